/** What decides how often a picture is looked at. */
export interface Load {
  /** Milliseconds that the last look took. */
  readonly lookMillis: number;
  /** The encoder cannot keep up with the camera: every look takes from it. */
  readonly cpuBound: boolean;
}

/** The next look, when something hangs on it, in milliseconds. */
export const URGENT_MS = 250;
const SOONEST_MS = 1_500;
const LATEST_MS = 8_000;
/** A look may take one part in so many of the time between two. */
const SHARE = 20;

/** Milliseconds until a picture is looked at again. */
export function nextLookIn(urgent: boolean, { lookMillis, cpuBound }: Load): number {
  const sparing = Math.max(SOONEST_MS, lookMillis * SHARE) * (cpuBound ? 2 : 1);
  // Even in a hurry, a slow device gets as long a rest as the look has taken.
  return urgent ? Math.max(URGENT_MS, lookMillis) : Math.min(LATEST_MS, sparing);
}
