import { equalBytes, utf8ToBytes } from "@noble/curves/abstract/utils";
import { hkdf } from "@noble/hashes/hkdf";
import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import type { Fingerprint } from "../rtc/identity";
import { agree, type Ground, joined, share, type Share } from "./cpace";

/** Who the two are, by the certificates that both have shown each other. */
export interface KeepEnds {
  /** Whose share stands first. */
  readonly polite: boolean;
  readonly own: Fingerprint;
  readonly theirs: Fingerprint;
}

/** What two contacts have in common, and nobody else has: 32 bytes. */
export type PairSecret = Uint8Array;

/**
 * One look at whether both want to keep each other. Whoever wants to uses the password that both know, whoever does not
 * uses one that nobody knows: only two who want to end with the same key, and to everybody else a run looks the same.
 */
export interface KeepRun {
  readonly number: number;
  readonly ends: KeepEnds;
  readonly ground: Ground;
  readonly share: Share;
}

/** What a run comes to once the other's share is there. */
export interface KeepOutcome {
  /** Shows the other that both want to, if they do: 32 bytes. */
  readonly tag: Uint8Array;
  /** What their tag has to be for that. */
  readonly expected: Uint8Array;
  readonly secret: PairSecret;
}

/** Of what is hashed; a change of anything of it is another version. */
const VERSION = "passerby keep 1";
const YES = utf8ToBytes(`${VERSION} yes`);
const SECRET_BYTES = 32;

/** @param number of the run, counted from the encounter's beginning; no two of an encounter have the same */
export function beginRun(number: number, ends: KeepEnds, wanted: boolean): KeepRun {
  const { polite, own, theirs } = ends;
  const fingerprints = (polite ? [theirs, own] : [own, theirs]).map(utf8ToBytes);
  const ground = {
    password: wanted ? YES : crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
    channel: joined(utf8ToBytes(VERSION), ...fingerprints),
    session: utf8ToBytes(String(number)),
  };
  return { number, ends, ground, share: share(ground) };
}

/** Null if their share is none. */
export function finishRun(
  { ends: { polite }, ground, share }: KeepRun,
  theirs: Uint8Array,
): KeepOutcome | null {
  const key = agree(ground, share, theirs, !polite);
  if (key === null) return null;
  const tagOf = (speaker: "polite" | "impolite") =>
    hmac(sha256, key, utf8ToBytes(`${VERSION} tag ${speaker}`));
  return {
    tag: tagOf(polite ? "polite" : "impolite"),
    expected: tagOf(polite ? "impolite" : "polite"),
    secret: hkdf(sha256, key, undefined, utf8ToBytes(`${VERSION} pair secret`), SECRET_BYTES),
  };
}

/** Whether both have wanted to, by their tag; one's own, sent back, is another. */
export function areKept({ expected }: KeepOutcome, tag: Uint8Array): boolean {
  return equalBytes(expected, tag);
}
