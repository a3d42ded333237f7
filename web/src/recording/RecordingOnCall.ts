import type { CallState } from "../call/state";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { CallRecording } from "./CallRecording";

/** What a call can have that is stopped with it. */
interface Stoppable {
  readonly stop: () => void;
}

/** Has recording, or something like it, ready from the first call of a visit on: the lobby does not wait for its code. */
export class RecordingOnCall<T extends Stoppable = CallRecording> {
  /** Null until then. */
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
      const recording = await this.#load();
      if (turn === this.#turn) this.#state.set(recording);
      else recording.stop();
    } catch {
      // What did not come over the line is asked for again when the call goes on.
    } finally {
      this.#loading = false;
    }
  }
}
