import { MOST_OPEN, OFFER_EVERY_MS } from "./limits";

/** Lets a burst of offers through, and then one after a while: nobody is to be buried under a stranger's questions. */
export class OfferBudget {
  #left = MOST_OPEN;
  #at: number;

  /** @param now monotonic milliseconds */
  constructor(now: number) {
    this.#at = now;
  }

  /** Whether one more may be shown. */
  take(now: number): boolean {
    this.#left = Math.min(MOST_OPEN, this.#left + (now - this.#at) / OFFER_EVERY_MS);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
