/** How fast bytes pass the line. */
export interface Pace {
  /** That have passed. */
  readonly bytes: number;
  /** Bytes a second, smoothed; null before anything can be said. */
  readonly speed: number | null;
  /** Monotonic milliseconds of the last look. */
  readonly at: number;
  /** Monotonic milliseconds at which bytes last moved. */
  readonly movedAt: number;
}

/** How quickly an old speed is forgotten: after this many milliseconds two thirds of it are. */
const MEMORY_MS = 3_000;
/** A speed over less than this is noise, in milliseconds. */
const SHORTEST_LOOK_MS = 200;

export function startingAt(bytes: number, now: number): Pace {
  return { bytes, speed: null, at: now, movedAt: now };
}

/** Takes one more look. */
export function nextPace(before: Pace, bytes: number, now: number): Pace {
  const millis = now - before.at;
  if (millis < SHORTEST_LOOK_MS) return before;
  const present = (Math.max(0, bytes - before.bytes) * 1000) / millis;
  const weight = 1 - Math.exp(-millis / MEMORY_MS);
  // A first look that saw nothing yet says nothing yet.
  const first = bytes > before.bytes ? present : null;
  const speed = before.speed === null ? first : before.speed + weight * (present - before.speed);
  return { bytes, speed, at: now, movedAt: bytes > before.bytes ? now : before.movedAt };
}

/** Seconds for so many bytes at this speed; null when nobody can tell. */
export function secondsFor(bytes: number, speed: number | null): number | null {
  if (bytes <= 0) return 0;
  return speed === null || speed < 1 ? null : bytes / speed;
}

/** The least and the most that goes into one message of a data channel, in bytes. */
const LEAST_CHUNK = 16 << 10;
const MOST_CHUNK = 256 << 10;
/** How long one message may keep the line to itself, in seconds. */
const CHUNK_SECONDS = 0.1;

/**
 * Bytes of one message. Without interleaving (RFC 8260) a message that has begun holds up every other channel until it
 * is out, so that a slow line gets small ones and what is said besides is heard at once.
 *
 * @param largest what the connection takes in one message (`RTCSctpTransport.maxMessageSize`)
 */
export function chunkBytes(speed: number | null, largest: number): number {
  const wished = speed === null ? 4 * LEAST_CHUNK : speed * CHUNK_SECONDS;
  const even = 2 ** Math.floor(Math.log2(Math.max(1, wished)));
  return Math.min(Math.max(LEAST_CHUNK, Math.min(even, MOST_CHUNK)), largest);
}
