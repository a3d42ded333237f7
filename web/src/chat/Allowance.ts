/** How much of something may come: a few at once, and then so many a second (a token bucket). */
export class Allowance {
  readonly #burst: number;
  readonly #perMilli: number;
  #left: number;
  #at: number;

  /** @param now monotonic milliseconds */
  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perMilli = perSecond / 1000;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes one, if there is one. */
  take(now: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + (now - this.#at) * this.#perMilli);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Milliseconds until there is one to take. */
  wait(now: number): number {
    const left = this.#left + (now - this.#at) * this.#perMilli;
    return left >= 1 ? 0 : (1 - left) / this.#perMilli;
  }
}
