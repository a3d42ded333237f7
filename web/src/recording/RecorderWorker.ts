import type { About } from "./about";
import type { RecorderOrder, RecorderWord } from "./orders";
import { TakeFailed } from "./take";
import type { TakeEvents } from "./take";

/** What the worker tells while it records. */
interface WorkerEvents extends TakeEvents {
  /** It can be handed more pictures. */
  readonly drawn?: () => void;
}

/** The page's end of the worker that writes one recording. */
export class RecorderWorker {
  readonly #worker = new Worker(new URL("./recorder.worker.ts", import.meta.url), {
    type: "module",
  });
  readonly #events: WorkerEvents;
  #begun: ((problem: TakeFailed | null) => void) | null = null;
  #finished: ((outcome: number | null | TakeFailed) => void) | null = null;

  constructor(events: WorkerEvents) {
    this.#events = events;
    this.#worker.onmessage = ({ data }: MessageEvent<RecorderWord>) => this.#hear(data);
    this.#worker.onerror = () => this.#hear({ said: "failed", why: "encoder" });
  }

  /** Resolves once it writes. */
  async begin(
    order: Extract<RecorderOrder, { do: "compose" | "keep" }>,
    transfer: Transferable[] = [],
  ): Promise<void> {
    const problem = await new Promise<TakeFailed | null>((resolve) => {
      this.#begun = resolve;
      this.order(order, transfer);
    });
    this.#begun = null;
    if (problem !== null) throw problem;
  }

  order(order: RecorderOrder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(order, transfer);
  }

  /**
   * Its last order; resolves with the length in milliseconds, or null when there is nothing in it. Rejects with a
   * {@link TakeFailed} when the journal could not be made whole, and lies there as before.
   */
  async finish(order: Extract<RecorderOrder, { do: "finish" | "seal" }>): Promise<number | null> {
    const outcome = await new Promise<number | null | TakeFailed>((resolve) => {
      this.#finished = resolve;
      this.order(order);
    });
    if (outcome instanceof TakeFailed) throw outcome;
    return outcome;
  }

  #hear(word: RecorderWord): void {
    switch (word.said) {
      case "begun":
        this.#begun?.(null);
        return;
      case "written":
        this.#events.written(word.bytes);
        return;
      case "drawn":
        this.#events.drawn?.();
        return;
      case "finished":
        this.#finished?.(word.length);
        return;
      case "failed":
        this.#worker.terminate();
        if (this.#begun !== null) this.#begun(new TakeFailed(word.why));
        else if (this.#finished !== null) this.#finished(new TakeFailed(word.why));
        else this.#events.failed(word.why);
        return;
      default:
        word satisfies never;
    }
  }
}

/** Makes a whole file of what another visit, or a failure, has left behind; null when there is nothing in it. Rejects as {@link RecorderWorker.finish}. */
export function sealLeftover(about: About): Promise<number | null> {
  const worker = new RecorderWorker({ written: () => undefined, failed: () => undefined });
  return worker.finish({ do: "seal", about });
}
