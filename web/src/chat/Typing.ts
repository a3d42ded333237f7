import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { Allowance } from "./Allowance";

/** While somebody types, the other is told so again and again, this often, in milliseconds. */
export const REPEAT_MS = 3_000;
/** Whoever has not touched a key for this long is not typing, in milliseconds. */
export const IDLE_MS = 5_000;
/** Not heard of again for this long, they are not typing any more, in milliseconds: more than {@link REPEAT_MS}. */
export const STALE_MS = 7_000;
/** Changes of theirs that are shown: some at once, then one a second. */
const BURST = 6;
const PER_SECOND = 1;

/** Whether the other is typing, and telling them whether this person is. */
export class Typing {
  readonly theirs: Observable<boolean>;
  readonly #theirs = new Variable(false);
  readonly #tell: (typing: boolean) => void;
  readonly #now: () => number;
  #changes: Allowance;
  #toldAt: number | null = null;
  #idle: ReturnType<typeof setTimeout> | null = null;
  #stale: ReturnType<typeof setTimeout> | null = null;

  constructor(tell: (typing: boolean) => void, now: () => number) {
    this.theirs = this.#theirs;
    this.#tell = tell;
    this.#now = now;
    this.#changes = new Allowance(BURST, PER_SECOND, now());
  }

  /** This person has touched a key. */
  stir(): void {
    const now = this.#now();
    if (this.#toldAt === null || now - this.#toldAt >= REPEAT_MS) {
      this.#toldAt = now;
      this.#tell(true);
    }
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.rest(), IDLE_MS);
  }

  /** This person has stopped. */
  rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#tell(false);
  }

  hear(typing: boolean): void {
    if (this.#stale !== null) clearTimeout(this.#stale);
    this.#stale = typing ? setTimeout(() => this.#theirs.set(false), STALE_MS) : null;
    if (typing === this.#theirs.get()) return;
    // Whoever flickers is shown as not typing.
    this.#theirs.set(this.#changes.take(this.#now()) && typing);
  }

  /** Somebody else, or nobody. */
  reset(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    if (this.#stale !== null) clearTimeout(this.#stale);
    this.#idle = this.#stale = this.#toldAt = null;
    this.#theirs.set(false);
    this.#changes = new Allowance(BURST, PER_SECOND, this.#now());
  }
}
