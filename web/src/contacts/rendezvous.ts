import { utf8ToBytes } from "@noble/curves/abstract/utils";
import { hkdf } from "@noble/hashes/hkdf";
import { sha256 } from "@noble/hashes/sha2";
import type { RendezvousId } from "../protocol/messages";
import { toBase64Url } from "./base64Url";
import type { Contact, PairSide } from "./contact";

const ID_BYTES = 16;
const HOUR_MS = 3_600_000;

/** Under which ids this person is found by a contact, if they let it, and under which they look for that contact. */
export interface Rendezvous {
  readonly found: readonly RendezvousId[];
  readonly sought: readonly RendezvousId[];
}

/** @param now milliseconds since 1970 */
export function rendezvousOf(
  { secret, side, visible }: Pick<Contact, "secret" | "side" | "visible">,
  now: number,
): Rendezvous {
  const idsOf = (whose: PairSide) =>
    daysAround(now).map((day) =>
      toBase64Url(
        hkdf(
          sha256,
          secret,
          undefined,
          utf8ToBytes(`passerby rendezvous 1 ${day} ${whose}`),
          ID_BYTES,
        ),
      ),
    );
  const other = side === "polite" ? "impolite" : "polite";
  return { found: visible ? idsOf(side) : [], sought: idsOf(other) };
}

/** Today (UTC), and the next or the last day while a clock that is an hour off may take it for today. */
export function daysAround(now: number): readonly string[] {
  const days = [-HOUR_MS, 0, HOUR_MS].map((off) => new Date(now + off).toISOString().slice(0, 10));
  return [...new Set(days)];
}
