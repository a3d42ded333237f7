import type { Composed } from "../composition/composed";
import type { About } from "./about";
import type { Failure } from "./orders";

/** One recording that runs. */
export interface Take extends Composed {
  readonly about: About;
  /** Ends it and makes a whole file of it; resolves with its length in milliseconds, or null when nothing was recorded. Rejects with a {@link TakeFailed} when that has to wait. */
  finish(): Promise<number | null>;
}

export interface TakeEvents {
  /** So many bytes are on the disk. */
  readonly written: (bytes: number) => void;
  /** It ends here; what was written until then can be made a whole file on the next visit, or right now. */
  readonly failed: (why: Failure) => void;
}

/** Begins a recording; rejects with a {@link TakeFailed} where it cannot. */
export type BeginTake = (about: About, events: TakeEvents) => Promise<Take>;

/** Why a recording did not begin, or was not made whole. */
export class TakeFailed extends Error {
  readonly why: Failure;

  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}
