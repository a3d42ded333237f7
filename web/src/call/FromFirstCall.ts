import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { CallState } from "./state";

interface Stoppable {
  readonly stop: () => void;
}

/**
 * A part of the visit that calls alone need: it begins with the first of them, so that the lobby does not wait for its
 * code, and is stopped with the visit.
 */
export class FromFirstCall<T extends Stoppable> {
  /** Null until it has begun. */
  readonly state: Observable<T | null>;
  readonly #state = new Variable<T | null>(null);
  readonly #call: Observable<Pick<CallState, "phase">>;
  readonly #load: () => Promise<T>;
  /** Counts starts and stops, so that what comes too late is ended again. */
  #turn = 0;
  #loading = false;
  #stop: () => void = () => undefined;

  constructor(call: Observable<Pick<CallState, "phase">>, load: () => Promise<T>) {
    this.state = this.#state;
    this.#call = call;
    this.#load = load;
  }

  start(): void {
    this.#turn += 1;
    this.#stop = this.#call.subscribe(() => void this.#follow());
  }

  stop(): void {
    this.#turn += 1;
    this.#stop();
    this.#state.get()?.stop();
    this.#state.set(null);
  }

  async #follow(): Promise<void> {
    const { phase } = this.#call.get();
    const called = phase === "connecting" || phase === "live";
    if (!called || this.#loading || this.#state.get() !== null) return;
    const turn = this.#turn;
    this.#loading = true;
    try {
      const part = await this.#load();
      if (turn === this.#turn) this.#state.set(part);
      else part.stop();
    } catch {
      // What did not come over the line is asked for again when the call goes on.
    } finally {
      this.#loading = false;
    }
  }
}
