import { STALLED_AFTER_MS } from "./limits";
import { nextPace, secondsLeft, startingAt } from "./pace";
import type { Pace } from "./pace";
import type { TransferState } from "./transfer";

/** Keeps how one transfer gets on. */
export class Progress {
  readonly #size: number;
  #pace: Pace = startingAt(0, performance.now());
  #bytes = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Bytes a second; null before anything can be said. */
  get speed(): number | null {
    return this.#pace.speed;
  }

  /** Counts from now: waiting for one's turn is no slowness. */
  begin(): void {
    this.#pace = startingAt(this.#bytes, performance.now());
  }

  at(bytes: number): void {
    this.#bytes = bytes;
    this.#look();
  }

  /** As it is now. */
  state(): Extract<TransferState, { kind: "moving" }> {
    this.#look();
    return {
      kind: "moving",
      bytes: this.#bytes,
      speed: this.#pace.speed,
      secondsLeft: secondsLeft(this.#pace, this.#size),
      stalled: this.#pace.at - this.#pace.movedAt >= STALLED_AFTER_MS,
    };
  }

  #look(): void {
    this.#pace = nextPace(this.#pace, this.#bytes, performance.now());
  }
}
