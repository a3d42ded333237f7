import { sha256, stringToBytes } from "viem";
import type { Fingerprint } from "../rtc/identity";
import { EMOJI } from "./emoji";
import type { Picture } from "./emoji";

/** Which of the two a page is; the service says so when it matches them. */
export type Role = "polite" | "impolite";

/** Both certificates of the one DTLS association that a page has, as this page knows them. */
export interface Ends {
  readonly role: Role;
  readonly own: Fingerprint;
  readonly theirs: Fingerprint;
}

/** 32 bytes in lower-case hex, as are fingerprints and commitments. */
export type Nonce = string;

/** Of the hash; a change of anything that is hashed, or of the pictures, is another version. */
export const VERSION = 1;
/** Pictures of a string: six of 64 are 36 bits. */
export const LENGTH = 6;
const BITS_EACH = 6;

/**
 * What a page is bound to before it learns the other's nonce: SHA-256 over version, the speaker's role, the certificate
 * that it presents, the one that it sees, and its nonce. Every field has a fixed length or comes from a fixed set and ends
 * with a line feed, so that no two inputs are written the same way; the first line keeps this hash apart from the other.
 */
export function commitmentTo({ role, own, theirs }: Ends, nonce: Nonce): string {
  return hash(["passerby commitment", VERSION, role, own, theirs, nonce]);
}

/** The string that both read out. The impolite one's fields come first, so that the two hash the same. */
export function authenticationString(
  { role, own, theirs }: Ends,
  nonce: Nonce,
  theirNonce: Nonce,
): readonly Picture[] {
  const mine = [own, nonce] as const;
  const other = [theirs, theirNonce] as const;
  const [first, second] = role === "impolite" ? [mine, other] : [other, mine];
  return pictures(hash(["passerby string", VERSION, ...first, ...second]));
}

export function isDigest(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

export function newNonce(): Nonce {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function hash(fields: readonly (string | number)[]): string {
  return sha256(stringToBytes(fields.map((field) => `${field}\n`).join(""))).slice(2);
}

/** The first 36 bits, six at a time. */
function pictures(digest: string): readonly Picture[] {
  const bits = BigInt(`0x${digest}`);
  return Array.from({ length: LENGTH }, (_, at) => {
    const shift = BigInt(256 - BITS_EACH * (at + 1));
    const picture = EMOJI[Number((bits >> shift) & 63n)];
    if (picture === undefined) throw new RangeError("64 pictures are needed");
    return picture;
  });
}
