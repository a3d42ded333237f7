/** A machine that was asleep for longer than this has recorded nothing meanwhile, in milliseconds. */
const LONGEST_STEP_MS = 1_000;
/** The sound may lag behind the picture by so much before the gap is filled, in seconds: nobody hears a mix being late. */
const SLACK_S = 0.4;
/** What is left of a lag that was filled, in seconds: what is on its way still has its place. */
const LEFT_S = 0.15;
/** Silence at once, in seconds. */
const MOST_SILENCE_S = 2;

/** The time of a recording: it runs with the clock, except while the machine sleeps. */
export class Timeline {
  #at = 0;
  #before: number | null = null;

  /** Seconds since the beginning. @param now monotonic milliseconds */
  advance(now: number): number {
    if (this.#before !== null) this.#at += Math.min(now - this.#before, LONGEST_STEP_MS) / 1000;
    this.#before = now;
    return this.#at;
  }
}

/**
 * Where every piece of sound belongs: one after the other, without a gap. A picture can wait for the next one; a track of
 * sound with holes makes players lose step, and a muxer wait for what never comes.
 */
export class Soundtrack {
  readonly #rate: number;
  #frames = 0;

  /** @param rate frames a second */
  constructor(rate: number) {
    this.#rate = rate;
  }

  /** Seconds that there are so far. */
  get end(): number {
    return this.#frames / this.#rate;
  }

  /** Takes a piece of so many frames and says at which second it begins; null when it is too early to fit. */
  place(frames: number, at: number): number | null {
    if (this.end - at > SLACK_S) return null;
    const begin = this.end;
    this.#frames += frames;
    return begin;
  }

  /** Frames of silence that are missing at this second of the recording. */
  missing(at: number): number {
    const lag = at - this.end;
    if (lag <= SLACK_S) return 0;
    return Math.round(Math.min(lag - LEFT_S, MOST_SILENCE_S) * this.#rate);
  }
}
