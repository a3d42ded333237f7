/** How often it is asked how much room is left, in milliseconds. */
const ASK_EVERY_MS = 2_000;
/** What is left for everything else that the browser writes meanwhile, in bytes. */
export const SPARE_BYTES = 8 << 20;

/**
 * Ends a recording while there is still room for its whole file, which takes as much again as the journal until that is
 * removed. Without this a full disk would leave a journal that nobody can make whole.
 */
export class RoomWatch {
  readonly #free: () => Promise<number | null>;
  readonly #now: () => number;
  #askedAt = -Infinity;

  /**
   * @param free bytes that are left; null where the browser does not say
   * @param now monotonic milliseconds
   */
  constructor(free: () => Promise<number | null>, now: () => number) {
    this.#free = free;
    this.#now = now;
  }

  /** Whether a journal of so many bytes can still be made whole; what cannot be known is taken for yes. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    if (this.#now() - this.#askedAt < ASK_EVERY_MS) return true;
    this.#askedAt = this.#now();
    const free = await this.#free();
    return free === null || free >= bytes + SPARE_BYTES;
  }
}
