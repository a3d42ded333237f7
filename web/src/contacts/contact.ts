import { bytesToHex, hexToBytes } from "@noble/curves/abstract/utils";
import type { PairSecret } from "./keepRun";

/** Which of the two a person was when they kept each other: it tells whose rendezvous is whose. */
export type PairSide = "polite" | "impolite";

/** Somebody whom this person has kept, and who has kept them. */
export interface Contact {
  /** Of its entry: 16 random bytes, in base64url. */
  readonly id: string;
  readonly secret: PairSecret;
  readonly side: PairSide;
  /** As this person calls them; nobody else sees it. At most {@link MOST_NAME} characters. */
  readonly name: string;
  /** At most {@link MOST_NOTE} characters. */
  readonly note: string;
  /** The day on which they kept each other, as `2026-11-22`. */
  readonly since: string;
  /** Whether they may see that this person is there. */
  readonly visible: boolean;
}

export const MOST_NAME = 60;
export const MOST_NOTE = 200;

/** A name or a note as it is kept: in one line each, without what nobody can see, and no longer than it may be. */
export function tidy(text: string, most: number): string {
  const plain = text.normalize("NFC").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  let kept = "";
  // By what a reader takes for one sign: nothing is cut in two.
  for (const { segment } of new Intl.Segmenter().segment(plain.trim())) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept.trim();
}

/** As JSON. */
export function writeContact({ secret, side, name, note, since, visible }: Contact): object {
  return { secret: bytesToHex(secret), side, name, note, since, visible };
}

/** Null where it is none. */
export function readContact(id: string, json: unknown): Contact | null {
  const { secret, side, name, note, since, visible } = (json ?? {}) as Record<string, unknown>;
  const readable =
    typeof secret === "string" &&
    /^[0-9a-f]{64}$/.test(secret) &&
    (side === "polite" || side === "impolite") &&
    typeof name === "string" &&
    name.length <= MOST_NAME &&
    typeof note === "string" &&
    note.length <= MOST_NOTE &&
    typeof since === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(since) &&
    typeof visible === "boolean";
  return readable ? { id, secret: hexToBytes(secret), side, name, note, since, visible } : null;
}
