import { ByteSource } from "./ByteSource";
import { extend } from "./digest";
import type { Digest } from "./digest";
import { AHEAD_BYTES, BLOCK_BYTES } from "./limits";

/** Some of a file's bytes, and the digest of all up to their end. */
export interface Block {
  /** Of the first byte, counted from the file's beginning. */
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
}

/** Reads a file block by block, a little ahead of whoever asks, and never holds more of it than that. */
export class BlockReader {
  readonly #source: ByteSource;
  readonly #size: number;
  readonly #ahead: Promise<Block>[] = [];
  #bytes: Promise<unknown> = Promise.resolve();
  #before: Promise<Digest>;
  #next: number;

  /** @param digest of the bytes before `from`, which lies between two blocks */
  constructor(blob: Blob, from: number, digest: Digest) {
    this.#source = new ByteSource(blob, from);
    this.#size = blob.size;
    this.#next = from;
    this.#before = Promise.resolve(digest);
  }

  /** The next block; null after the last. Rejects when the file cannot be read any more. */
  next(): Promise<Block | null> {
    while (this.#ahead.length * BLOCK_BYTES <= AHEAD_BYTES && this.#next < this.#size) this.#read();
    return this.#ahead.shift() ?? Promise.resolve(null);
  }

  /** Lets go of the file; nobody asks for another block. */
  close(): void {
    this.#source.close();
  }

  #read(): void {
    const start = this.#next;
    const length = Math.min(BLOCK_BYTES, this.#size - start);
    this.#next += length;
    const bytes = this.#bytes.then(() => this.#source.read(length));
    this.#bytes = bytes;
    const block = digested(start, bytes, this.#before);
    this.#before = block.then(({ digest }) => digest);
    this.#ahead.push(block);
    // Whoever asks for the block hears of the failure; one that nobody asks for any more is no news.
    this.#before.catch(() => undefined);
  }
}

async function digested(
  start: number,
  read: Promise<Uint8Array<ArrayBuffer>>,
  before: Promise<Digest>,
): Promise<Block> {
  const bytes = await read;
  return { start, bytes, digest: await extend(await before, bytes) };
}
