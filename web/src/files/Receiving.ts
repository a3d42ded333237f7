import {
  ACKNOWLEDGED_BYTES,
  ACKNOWLEDGED_MS,
  MOST_REOPENED,
  REOPEN_WITHIN_MS,
  WINDOW_BYTES,
} from "./limits";
import { readWord } from "./messages";
import type { FileMessage, Offer, Why } from "./messages";
import { Progress } from "./Progress";
import type { MakeSink, Sink } from "./Sink";
import { isOver } from "./transfer";
import type { TransferState } from "./transfer";

/** What a transfer that is being received needs of the connection around it. */
export interface ReceivingEdges {
  readonly tell: (message: FileMessage) => void;
  readonly changed: () => void;
}

/** One file on its way in: takes no more than the disk follows, and goes on where a channel broke. */
export class Receiving {
  readonly offer: Offer;
  readonly #edges: ReceivingEdges;
  readonly #progress: Progress;
  #state: TransferState = { kind: "offered", obstacle: null };
  #sink: Sink | null = null;
  #channel: RTCDataChannel | null = null;
  /** From which byte on the next channel must begin; null while none is expected. */
  #expected: number | null = null;
  #received = 0;
  #written = 0;
  #acknowledged = 0;
  #acknowledgedAt = 0;
  #reopened = 0;
  #patience: ReturnType<typeof setTimeout> | null = null;

  constructor(offer: Offer, edges: ReceivingEdges) {
    this.offer = offer;
    this.#edges = edges;
    this.#progress = new Progress(offer.size);
  }

  get state(): TransferState {
    return this.#state.kind === "moving" ? this.#progress.state() : this.#state;
  }

  /** Makes room for it, then asks for its bytes; without room it stays offered and says so. */
  async accept(makeSink: MakeSink): Promise<void> {
    if (this.#state.kind !== "offered") return;
    this.#become({ kind: "preparing" });
    const sink = await makeSink({
      written: (bytes) => this.#onWritten(bytes),
      failed: (why) => this.stop(why, "me"),
    });
    if (this.state.kind !== "preparing") {
      if (!("why" in sink)) sink.discard();
      return;
    }
    if ("why" in sink) {
      this.#become({ kind: "offered", obstacle: sink.why === "unchosen" ? null : sink });
      return;
    }
    this.#sink = sink;
    this.#expected = 0;
    this.#become({ kind: "queued" });
    this.#edges.tell({ say: "accept", id: this.offer.id });
  }

  /** Takes the channel that the sender has opened for it; false when it did not fit and is to be closed. */
  attach(channel: RTCDataChannel, from: number): boolean {
    if (this.#sink === null || from !== this.#expected) return false;
    this.#expected = null;
    this.#received = from;
    this.#channel = channel;
    channel.binaryType = "arraybuffer";
    channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    channel.onclose = () => void this.#broke();
    this.#rest();
    if (this.#state.kind === "queued") this.#progress.begin();
    this.#become(this.#progress.state());
    return true;
  }

  /** Ends it; the other side is told what it does not know. */
  stop(why: Why, by: "me" | "them"): void {
    if (isOver(this.#state)) return;
    if (by === "me") this.#edges.tell({ say: "decline", id: this.offer.id, why });
    this.#letGo();
    this.#sink?.discard();
    this.#sink = null;
    this.#become({ kind: "stopped", why, by });
  }

  #hear(data: unknown): void {
    if (data instanceof ArrayBuffer) {
      this.#received += data.byteLength;
      this.#progress.passed(this.#received);
      const room = Math.min(this.offer.size, this.#written + WINDOW_BYTES);
      // There is no other way to hold a sender back than not to have it: the browser takes whatever comes.
      if (this.#received > room) this.stop("broken", "me");
      else this.#sink?.write(data);
      return;
    }
    const word = typeof data === "string" ? readWord(data) : null;
    const whole = this.#received === this.offer.size;
    if (word !== null && "digest" in word && whole) void this.#finish(word.digest);
    else this.stop("broken", "me");
  }

  #onWritten(bytes: number): void {
    if (isOver(this.#state)) return;
    this.#written = bytes;
    this.#reopened = 0;
    this.#progress.written(bytes);
    const now = performance.now();
    const due =
      bytes === this.offer.size ||
      bytes - this.#acknowledged >= ACKNOWLEDGED_BYTES ||
      now - this.#acknowledgedAt >= ACKNOWLEDGED_MS;
    if (!due || this.#channel?.readyState !== "open") return;
    this.#acknowledged = bytes;
    this.#acknowledgedAt = now;
    this.#channel.send(JSON.stringify({ written: bytes }));
  }

  async #finish(digest: string): Promise<void> {
    const sink = this.#sink;
    if (sink === null || this.#state.kind !== "moving") return;
    this.#become({ kind: "checking" });
    const kept = await sink.finish(digest);
    if (this.#sink !== sink) return;
    if (kept === null) {
      this.stop("damaged", "me");
      return;
    }
    this.#letGo();
    this.#edges.tell({ say: "received", id: this.offer.id });
    this.#become({ kind: "done", kept });
  }

  /** The channel is gone and the connection is not: the sender is asked for what is not on the disk. */
  async #broke(): Promise<void> {
    const sink = this.#sink;
    const checking = this.#state.kind === "checking";
    this.#letGo();
    if (sink === null || checking) return;
    this.#reopened += 1;
    if (this.#reopened > MOST_REOPENED) {
      this.stop("lost", "me");
      return;
    }
    this.#patience = setTimeout(() => this.stop("lost", "me"), REOPEN_WITHIN_MS);
    const written = await sink.rewind();
    if (this.#sink !== sink) return;
    this.#written = this.#expected = written;
    this.#edges.tell({ say: "reopen", id: this.offer.id, from: written });
  }

  #letGo(): void {
    this.#rest();
    const channel = this.#channel;
    this.#channel = null;
    if (channel === null) return;
    channel.onmessage = channel.onclose = null;
    channel.close();
  }

  #rest(): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = null;
  }

  #become(state: TransferState): void {
    this.#state = state;
    this.#edges.changed();
  }
}
