import { BlockReader } from "./blocks";
import type { Block } from "./blocks";
import { EMPTY_DIGEST, toHex } from "./digest";
import type { Digest } from "./digest";
import {
  BUFFER_BYTES,
  BUFFER_LOW_BYTES,
  MOST_REOPENED,
  REOPEN_WITHIN_MS,
  WINDOW_BYTES,
} from "./limits";
import { labelOf, readWord } from "./messages";
import type { FileMessage, Offer, Why } from "./messages";
import { chunkBytes } from "./pace";
import { Progress } from "./Progress";
import { isOver } from "./transfer";
import type { TransferState } from "./transfer";

/** What a transfer that is being sent needs of the connection around it. */
export interface SendingEdges {
  readonly tell: (message: FileMessage) => void;
  readonly open: (label: string) => RTCDataChannel | null;
  /** What the connection takes in one message, in bytes. */
  readonly largestMessage: () => number;
  readonly changed: () => void;
}

/** One file on its way out: reads it, keeps the line busy and no more than that, and goes on where a channel broke. */
export class Sending {
  readonly offer: Offer;
  readonly #file: Blob;
  readonly #edges: SendingEdges;
  readonly #progress: Progress;
  #state: TransferState = { kind: "offered", obstacle: null };
  #channel: RTCDataChannel | null = null;
  #sent = 0;
  #written = 0;
  /** The digests at the ends of all blocks that may have to be sent again. */
  #digests = new Map<number, Digest>([[0, EMPTY_DIGEST]]);
  #wake: () => void = () => undefined;
  #reopened = 0;
  #patience: ReturnType<typeof setTimeout> | null = null;

  constructor(offer: Offer, file: Blob, edges: SendingEdges) {
    this.offer = offer;
    this.#file = file;
    this.#edges = edges;
    this.#progress = new Progress(offer.size);
  }

  get state(): TransferState {
    return this.#state.kind === "moving" ? this.#look() : this.#state;
  }

  /** The receiver wants it; it will be begun with when its turn comes. */
  accepted(): void {
    if (this.#state.kind === "offered") this.#become({ kind: "queued" });
  }

  /** Its turn has come. */
  begin(): void {
    if (this.#state.kind !== "queued") return;
    this.#progress.begin();
    this.#open(0);
  }

  /** The receiver's channel broke, too, and so many bytes are on its disk. */
  reopen(from: number): void {
    const digest = this.#digests.get(from);
    if (!this.#isUnderWay()) return;
    if (digest === undefined || from < this.#written || from > this.#sent)
      return this.stop("broken", "me");
    this.#onWritten(from);
    this.#reopened += 1;
    if (this.#reopened > MOST_REOPENED) this.stop("lost", "me");
    else this.#open(from);
  }

  /** The receiver has all of it. */
  received(): void {
    if (!this.#isUnderWay()) return;
    if (this.#sent === this.offer.size) this.#end({ kind: "done", kept: null });
    else this.stop("broken", "me");
  }

  /** Ends it; the other side is told what it does not know. */
  stop(why: Why, by: "me" | "them"): void {
    if (isOver(this.#state)) return;
    if (by === "me") this.#edges.tell({ say: "withdraw", id: this.offer.id, why });
    this.#end({ kind: "stopped", why, by });
  }

  #look(): TransferState {
    if (this.#channel !== null) this.#progress.passed(this.#sent - this.#channel.bufferedAmount);
    return this.#progress.state();
  }

  #isUnderWay(): boolean {
    return this.#state.kind === "moving" || this.#state.kind === "checking";
  }

  #open(from: number): void {
    this.#letGo();
    const channel = this.#edges.open(labelOf(this.offer.id, from));
    if (channel === null) return this.stop("lost", "me");
    this.#channel = channel;
    this.#sent = from;
    channel.binaryType = "arraybuffer";
    channel.bufferedAmountLowThreshold = BUFFER_LOW_BYTES;
    channel.onbufferedamountlow = () => this.#wake();
    channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    channel.onopen = () => {
      if (this.#patience !== null) clearTimeout(this.#patience);
      void this.#send(channel, from);
    };
    channel.onclose = () => this.#broke();
    this.#wait();
    this.#become(this.#look());
  }

  async #send(channel: RTCDataChannel, from: number): Promise<void> {
    const blocks = new BlockReader(this.#file, from, this.#digests.get(from) ?? EMPTY_DIGEST);
    try {
      if (await this.#sendBlocks(channel, blocks)) this.#finish(channel);
    } finally {
      blocks.close();
    }
  }

  /** False when not all of them were sent. */
  async #sendBlocks(channel: RTCDataChannel, blocks: BlockReader): Promise<boolean> {
    for (;;) {
      let block: Block | null;
      try {
        block = await blocks.next();
      } catch {
        if (this.#channel === channel) this.stop("unreadable", "me");
        return false;
      }
      if (this.#channel !== channel) return false;
      if (block === null) return true;
      this.#digests.set(block.start + block.bytes.length, block.digest);
      if (!(await this.#sendBlock(channel, block))) return false;
    }
  }

  /** False when the channel is not ours any more. */
  async #sendBlock(channel: RTCDataChannel, { bytes }: Block): Promise<boolean> {
    for (let at = 0; at < bytes.length;) {
      while (this.#mustWait(channel)) {
        if (this.#channel !== channel) return false;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#channel !== channel || channel.readyState !== "open") return false;
      const chunk = bytes.subarray(
        at,
        at + chunkBytes(this.#progress.speed, this.#edges.largestMessage()),
      );
      channel.send(chunk);
      at += chunk.length;
      this.#sent += chunk.length;
    }
    return true;
  }

  #mustWait(channel: RTCDataChannel): boolean {
    return channel.bufferedAmount >= BUFFER_BYTES || this.#sent - this.#written >= WINDOW_BYTES;
  }

  #finish(channel: RTCDataChannel): void {
    const digest = this.#digests.get(this.offer.size);
    if (channel.readyState !== "open" || digest === undefined) return;
    channel.send(JSON.stringify({ digest: toHex(digest) }));
    if (this.#written === this.offer.size) this.#become({ kind: "checking" });
  }

  #hear(data: unknown): void {
    const word = typeof data === "string" ? readWord(data) : null;
    if (word === null || !("written" in word)) return this.stop("broken", "me");
    const { written } = word;
    if (written < this.#written || written > this.#sent) return this.stop("broken", "me");
    if (written > this.#written) this.#reopened = 0;
    this.#onWritten(written);
    if (written === this.offer.size) this.#become({ kind: "checking" });
    this.#wake();
  }

  #onWritten(written: number): void {
    this.#written = written;
    this.#progress.written(written);
    for (const end of this.#digests.keys()) if (end < written) this.#digests.delete(end);
  }

  /** What is left of the window is sent again once the receiver says from where. */
  #broke(): void {
    this.#letGo();
    this.#wait();
  }

  #wait(): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.stop("lost", "me"), REOPEN_WITHIN_MS);
  }

  #letGo(): void {
    const channel = this.#channel;
    this.#channel = null;
    if (channel === null) return;
    channel.onopen = channel.onclose = channel.onmessage = channel.onbufferedamountlow = null;
    channel.close();
    this.#wake();
  }

  #end(state: TransferState): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#letGo();
    this.#digests.clear();
    this.#become(state);
  }

  #become(state: TransferState): void {
    this.#state = state;
    this.#edges.changed();
  }
}
