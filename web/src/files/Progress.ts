import { STALLED_AFTER_MS } from "./limits";
import { nextPace, secondsFor, startingAt } from "./pace";
import type { Pace } from "./pace";
import type { TransferState } from "./transfer";

/** Keeps how one transfer gets on. */
export class Progress {
  readonly #size: number;
  #written = 0;
  #passed = 0;
  #pace: Pace = startingAt(0, performance.now());

  constructor(size: number) {
    this.#size = size;
  }

  /** Bytes a second that pass the line; null before anything can be said. */
  get speed(): number | null {
    return this.#pace.speed;
  }

  /** Counts from now: waiting for one's turn is no slowness. */
  begin(): void {
    this.#pace = startingAt(this.#passed, performance.now());
  }

  /** So many bytes are on the receiver's disk. */
  written(bytes: number): void {
    this.#written = bytes;
    this.#look();
  }

  /** So many have passed the line; the disk may be behind. */
  passed(bytes: number): void {
    this.#passed = bytes;
    this.#look();
  }

  /** As it is now. */
  state(): Extract<TransferState, { kind: "moving" }> {
    this.#look();
    return {
      kind: "moving",
      bytes: this.#written,
      speed: this.#pace.speed,
      secondsLeft: secondsFor(this.#size - this.#written, this.#pace.speed),
      stalled: this.#pace.at - this.#pace.movedAt >= STALLED_AFTER_MS,
    };
  }

  #look(): void {
    this.#pace = nextPace(this.#pace, Math.max(this.#passed, this.#written), performance.now());
  }
}
