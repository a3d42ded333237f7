/** Rings once, when a moment has come; setting it again is all that it takes to move it. */
export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param now the clock that moments are given in, in milliseconds */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** At this moment, and at no other; null for not at all. */
  set(moment: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer =
      moment === null ? null : setTimeout(this.#ring, Math.max(0, Math.ceil(moment - this.#now())));
  }
}
