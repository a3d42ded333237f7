import { framesOf, hasFrames, MediaStreamTrackGenerator } from "../media/breakoutBox";
import type { Behind } from "./cutout/Backdrop";
import type { InputId } from "./inputs";
import type { StageOrder, StageWord } from "./messages";
import type { Placed } from "./scene";
import type { Shown, Stage, StageEdges } from "./stage";

/** Composes in a worker: a page that is busy, or out of sight, goes on showing. Null where a browser does not. */
export function stageInWorker(edges: StageEdges): Stage | null {
  if (MediaStreamTrackGenerator === undefined || !hasFrames()) return null;
  return new StageInWorker(new MediaStreamTrackGenerator({ kind: "video" }), edges);
}

class StageInWorker implements Stage {
  readonly track: MediaStreamTrack;
  readonly ready: Promise<void>;
  readonly #worker = new Worker(new URL("./stage.worker.ts", import.meta.url), { type: "module" });
  readonly #shown = new Map<InputId, Shown | null>();

  constructor(
    generator: MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> },
    edges: StageEdges,
  ) {
    this.track = generator;
    const fail = (): void => {
      this.close();
      edges.failed();
    };
    this.ready = new Promise((resolve) => {
      this.#worker.onmessage = ({ data }: MessageEvent<StageWord>) => {
        switch (data) {
          case "composed":
            resolve();
            return;
          case "unable":
            fail();
            return;
          case "blind":
            edges.blind();
            return;
          default:
            data satisfies never;
        }
      };
    });
    this.#worker.onerror = fail;
    const { writable } = generator;
    this.#tell({ do: "begin", into: writable }, [writable]);
  }

  show(input: InputId, shown: Shown | null): void {
    if (this.#shown.get(input) === shown) return;
    this.#shown.set(input, shown);
    const frames = shown instanceof MediaStreamTrack ? framesOf(shown) : shown;
    this.#tell({ do: "show", input, shown: frames }, frames === null ? [] : [frames]);
  }

  arrange(scene: readonly Placed[]): void {
    this.#tell({ do: "arrange", scene });
  }

  putBehind(backdrop: { readonly behind: Behind; readonly cutout: MessagePort } | null): void {
    const transfer = backdrop === null ? [] : [backdrop.cutout];
    this.#tell({ do: "backdrop", backdrop }, transfer);
  }

  close(): void {
    this.#worker.terminate();
    this.track.stop();
  }

  #tell(order: StageOrder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(order, transfer);
  }
}
