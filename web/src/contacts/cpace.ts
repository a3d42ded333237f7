import { RistrettoPoint } from "@noble/curves/ed25519";
import { bytesToNumberLE, concatBytes, utf8ToBytes } from "@noble/curves/abstract/utils";
import { sha512 } from "@noble/hashes/sha2";

/*
 * CPace over ristretto255 (RFC 9496) and SHA-512, for an initiator and a responder: draft-irtf-cfrg-cpace. Whoever knows the
 * same password ends with the same key, and whoever does not learns nothing of it but that it was another one.
 */

/** What both sides must agree about beforehand; 32 bytes and more. */
export interface Ground {
  /** The password-related string. */
  readonly password: Uint8Array;
  /** Who the two are, as both see it. */
  readonly channel: Uint8Array;
  /** Of this run, never used twice. */
  readonly session: Uint8Array;
}

/** One's own part of a run. */
export interface Share {
  /** Kept to oneself, and forgotten with the run. */
  readonly scalar: bigint;
  /** What the other gets: 32 bytes. */
  readonly point: Uint8Array;
}

const NAME = utf8ToBytes("CPaceRistretto255");
const KEY_NAME = utf8ToBytes("CPaceRistretto255_ISK");
/** The input block of SHA-512, in bytes: the password fills one with what stands before it. */
const BLOCK_BYTES = 128;
const SCALAR_BYTES = 32;
/** Scalars are sampled below 2²⁵², which the group's order is just above (§8.3 of the draft). */
const SCALAR_TOP = 0x0f;

/** A share of one's own; each run takes another one. */
export function share(ground: Ground): Share {
  const bytes = crypto.getRandomValues(new Uint8Array(SCALAR_BYTES));
  bytes[SCALAR_BYTES - 1] = (bytes[SCALAR_BYTES - 1] ?? 0) & SCALAR_TOP;
  const scalar = bytesToNumberLE(bytes);
  return scalar === 0n ? share(ground) : shareOf(ground, scalar);
}

/** @param scalar from 1 to 2²⁵² − 1, at random */
export function shareOf(ground: Ground, scalar: bigint): Share {
  return { scalar, point: generator(ground).multiply(scalar).toRawBytes() };
}

/**
 * The 64 bytes that both have if their passwords are the same; null if the other's point is none, or tells nothing (the
 * neutral element).
 *
 * @param initiates whether this side's share stands first
 */
export function agree(
  ground: Ground,
  own: Share,
  theirs: Uint8Array,
  initiates: boolean,
): Uint8Array | null {
  const secret = multiply(own.scalar, theirs);
  if (secret === null) return null;
  const [first, second] = initiates ? [own.point, theirs] : [theirs, own.point];
  const transcript = concatBytes(joined(first, NOTHING), joined(second, NOTHING));
  return keyOf(ground.session, secret, transcript);
}

/** The key of a run whose transcript is given, with what each side says besides its share. */
export function keyOf(session: Uint8Array, secret: Uint8Array, transcript: Uint8Array): Uint8Array {
  return sha512(concatBytes(joined(KEY_NAME, session, secret), transcript));
}

/** The other's point times one's own scalar, encoded; null where that tells nothing. */
export function multiply(scalar: bigint, theirs: Uint8Array): Uint8Array | null {
  try {
    const product = RistrettoPoint.fromHex(theirs).multiply(scalar);
    return product.equals(RistrettoPoint.ZERO) ? null : product.toRawBytes();
  } catch {
    return null;
  }
}

/** Nobody knows its logarithm, nor how it lies to that of another password. */
function generator({ password, channel, session }: Ground): InstanceType<typeof RistrettoPoint> {
  const before = joined(NAME).length + joined(password).length;
  const padding = new Uint8Array(Math.max(0, BLOCK_BYTES - 1 - before));
  return RistrettoPoint.hashToCurve(sha512(joined(NAME, password, padding, channel, session)));
}

/** Each part behind its length (LEB128), so that no two lists read the same. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let rest = length;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>= 7;
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

const NOTHING = new Uint8Array(0);
