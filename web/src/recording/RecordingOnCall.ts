import type { CallState } from "../call/state";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { CallRecording } from "./CallRecording";

/** Has recording ready from the first call of a visit on: the lobby does not wait for its code. */
export class RecordingOnCall {
  /** Null until then. */
  readonly state: Observable<CallRecording | null>;
  readonly #state = new Variable<CallRecording | null>(null);
  readonly #call: Observable<Pick<CallState, "phase">>;
  readonly #load: () => Promise<CallRecording>;
  /** Counts starts and stops, so that what comes too late is ended again. */
  #turn = 0;
  #loading = false;
  #stop: () => void = () => undefined;

  constructor(call: Observable<Pick<CallState, "phase">>, load: () => Promise<CallRecording>) {
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
