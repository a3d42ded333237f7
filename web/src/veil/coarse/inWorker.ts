import { framesOf, MediaStreamTrackGenerator } from "../../media/breakoutBox";
import { Variable } from "../../signaling/observable";
import type { FromWorker, ToWorker } from "./messages";
import type { Progress, Way } from "./way";

/** Paints in a worker: a page that is busy, or out of sight, goes on sending. */
export class InWorker implements Way {
  readonly track = new Variable<MediaStreamTrack | null>(null);
  readonly progress = new Variable<Progress>("unpainted");
  readonly #worker = new Worker(new URL("./coarse.worker.ts", import.meta.url), { type: "module" });

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    this.#worker.onerror = () => this.progress.set("unable");
    if (MediaStreamTrackGenerator === undefined) {
      this.#tell({ type: "begin", into: null });
      return;
    }
    const generator = new MediaStreamTrackGenerator({ kind: "video" });
    const { writable } = generator;
    this.#tell({ type: "begin", into: writable }, [writable]);
    this.track.set(generator);
  }

  draw(source: MediaStreamTrack | null): void {
    if (this.progress.get() === "painted") this.progress.set("unpainted");
    if (source === null) {
      this.#tell({ type: "draw", from: null });
      return;
    }
    // Where a window cannot read frames, a worker may, to which a track can then be handed over.
    const frames = framesOf(source);
    const from = frames ?? source.clone();
    this.#tell({ type: "draw", from }, [from as Transferable]);
  }

  close(): void {
    this.#worker.terminate();
    this.track.get()?.stop();
    this.track.set(null);
  }

  #tell(message: ToWorker, transfer: Transferable[] = []): void {
    try {
      this.#worker.postMessage(message, transfer);
    } catch {
      this.progress.set("unable");
    }
  }

  #hear(message: FromWorker): void {
    switch (message.type) {
      case "track":
        this.track.set(message.track);
        return;
      case "painted":
        this.progress.set("painted");
        return;
      case "unable":
        this.progress.set("unable");
        return;
      default:
        message satisfies never;
    }
  }
}
