import type { Source } from "../composition/cast";
import type { About } from "./about";
import type { Failure } from "./orders";

/** One recording that runs. Which pictures and voices are in it may change at any time. */
export interface Take {
  readonly about: About;
  /** This picture from now on, or none. */
  show(source: Source, track: MediaStreamTrack | null): void;
  /** This sound from now on, or none. */
  hear(source: Source, track: MediaStreamTrack | null): void;
  /** From now on the other is light and colours alone, and silent; or themselves again. */
  veil(veiled: boolean): void;
  /** Ends it and makes a whole file of it; resolves with its length in milliseconds, or null when nothing was recorded. */
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

/** Why a recording did not begin. */
export class TakeFailed extends Error {
  readonly why: Failure;

  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}
