import type { Problem } from "../media/problem";

/** Names one input for as long as it is there. */
export type InputId = string;

/** This person's own camera and voice, which are always there. */
export const OWN: InputId = "own";
export const VOICE: InputId = "voice";

export interface PictureInput {
  readonly id: InputId;
  readonly kind: "own" | "camera" | "screen" | "still";
  /** As the system, or the file, is named; empty for this person's own. */
  readonly label: string;
  /** False while its device is away: its place is somebody else's until it is back. */
  readonly live: boolean;
}

export interface SoundInput {
  readonly id: InputId;
  readonly kind: "voice" | "line" | "screen";
  readonly label: string;
  readonly live: boolean;
  /** 1 leaves it as it is, 0 is silence. */
  readonly gain: number;
}

/** As loud as an input can be made. */
export const MOST_GAIN = 2;
/** More than this of a kind no screen has room for, and no processor time. */
export const MOST_INPUTS = 4;

/** Why an input did not come. */
export type InputProblem =
  | Problem
  /** There are as many as there may be. */
  | "too-many"
  /** The file is no picture that this browser knows. */
  | "no-picture"
  /** This browser does not compose pictures. */
  | "unsupported"
  /** Nobody can be told from what is behind them: the whole picture stays blurred. */
  | "no-cutout";

/** A gain within bounds; what is no number leaves the sound as it is. */
export function boundedGain(gain: number): number {
  return Number.isFinite(gain) ? Math.min(MOST_GAIN, Math.max(0, gain)) : 1;
}
