import { extend } from "./digest";
import type { Digest } from "./digest";
import { BLOCK_BYTES } from "./limits";

/** Some of a file's bytes, and the digest of all up to their end. */
export interface Block {
  /** Of the first byte, counted from the file's beginning. */
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
}

/** Blocks that are read while the one before them is on its way. */
const AHEAD = 2;

/** Reads a file block by block, a little ahead of whoever asks, and never holds more of it than that. */
export class BlockReader {
  readonly #blob: Blob;
  readonly #ahead: Promise<Block>[] = [];
  #digest: Promise<Digest>;
  #next: number;

  /** @param digest of the bytes before `from`, which lies between two blocks */
  constructor(blob: Blob, from: number, digest: Digest) {
    this.#blob = blob;
    this.#next = from;
    this.#digest = Promise.resolve(digest);
  }

  /** The next block; null after the last. Rejects when the file cannot be read any more. */
  next(): Promise<Block | null> {
    while (this.#ahead.length <= AHEAD && this.#next < this.#blob.size) this.#read();
    return this.#ahead.shift() ?? Promise.resolve(null);
  }

  #read(): void {
    const start = this.#next;
    const end = Math.min(start + BLOCK_BYTES, this.#blob.size);
    this.#next = end;
    const block = this.#load(start, end, this.#digest);
    this.#digest = block.then(({ digest }) => digest);
    this.#ahead.push(block);
    // Whoever asks for the block hears of the failure; one that nobody asks for any more is no news.
    this.#digest.catch(() => undefined);
  }

  async #load(start: number, end: number, before: Promise<Digest>): Promise<Block> {
    const bytes = new Uint8Array(await this.#blob.slice(start, end).arrayBuffer());
    // Some browsers read what is there of a file that became shorter, and do not complain.
    if (bytes.length !== end - start) throw new Error("the file became shorter");
    return { start, bytes, digest: await extend(await before, bytes) };
  }
}
