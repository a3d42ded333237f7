import type { DiskOrder, DiskWord } from "./disk";
import type { Place } from "./places";
import type { Sink, SinkEvents } from "./Sink";
import type { Kept } from "./transfer";

/** What becomes of a file that is whole; it gets the file itself where it lies on no disk. */
export type Keep = (blob: Blob | null) => Kept;

/** A sink on a disk: a worker writes, so that the page never waits for it. */
export class DiskSink implements Sink {
  readonly #worker: Worker;
  readonly #events: SinkEvents;
  readonly #keep: Keep;
  #opened: ((problem: "no-room" | "disk" | null) => void) | null = null;
  #rewound: (bytes: number) => void = () => undefined;
  #finished: (kept: Kept | null) => void = () => undefined;

  /** Resolves with the sink once the place is open for writing, or with why it cannot be. */
  static async open(
    place: Place,
    size: number,
    events: SinkEvents,
    keep: Keep,
  ): Promise<DiskSink | "no-room" | "disk"> {
    const sink = new DiskSink(events, keep);
    const problem = await new Promise<"no-room" | "disk" | null>((resolve) => {
      sink.#opened = resolve;
      sink.#order({ do: "open", place, size });
    });
    sink.#opened = null;
    return problem ?? sink;
  }

  private constructor(events: SinkEvents, keep: Keep) {
    this.#events = events;
    this.#keep = keep;
    this.#worker = new Worker(new URL("./disk.worker.ts", import.meta.url), { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<DiskWord>) => this.#hear(data);
    this.#worker.onerror = () => this.#fail("disk");
  }

  write(bytes: ArrayBuffer): void {
    this.#order({ do: "write", bytes }, [bytes]);
  }

  rewind(): Promise<number> {
    return new Promise((resolve) => {
      this.#rewound = resolve;
      this.#order({ do: "rewind" });
    });
  }

  finish(digest: string): Promise<Kept | null> {
    return new Promise((resolve) => {
      this.#finished = resolve;
      this.#order({ do: "finish", digest });
    });
  }

  discard(): void {
    this.#order({ do: "discard" });
  }

  #order(order: DiskOrder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(order, transfer);
  }

  #hear(word: DiskWord): void {
    switch (word.said) {
      case "opened":
        return this.#opened?.(null);
      case "written":
        return this.#events.written(word.bytes);
      case "rewound":
        return this.#rewound(word.bytes);
      case "kept":
        return this.#finished(this.#keep(word.blob));
      case "damaged":
        return this.#finished(null);
      case "failed":
        return this.#fail(word.why);
      default:
        return word satisfies never;
    }
  }

  #fail(why: "no-room" | "disk"): void {
    if (this.#opened !== null) this.#opened(why);
    else this.#events.failed(why);
  }
}
