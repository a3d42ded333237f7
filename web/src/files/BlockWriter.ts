import { EMPTY_DIGEST, extend, toHex } from "./digest";
import type { Digest } from "./digest";
import { BLOCK_BYTES } from "./limits";

/** A file that can be written at any place. */
export interface OpenFile {
  /** @param at in bytes; what lies before it is there already */
  write(block: Uint8Array<ArrayBuffer>, at: number): void | Promise<void>;
  /** Makes it last; resolves with the file itself where it lies on no disk. */
  close(): Promise<Blob | null>;
  /** Deletes it. */
  discard(): Promise<void>;
}

/** Gathers what comes in pieces of any length into blocks, and writes and digests those. */
export class BlockWriter {
  readonly #file: OpenFile;
  readonly #size: number;
  readonly #gathered = new Uint8Array(BLOCK_BYTES);
  #filled = 0;
  #written = 0;
  #digest: Digest = EMPTY_DIGEST;

  constructor(file: OpenFile, size: number) {
    this.#file = file;
    this.#size = size;
  }

  /** Bytes in the file. */
  get written(): number {
    return this.#written;
  }

  /** Resolves when as much as there are blocks for has been written. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + BLOCK_BYTES - this.#filled);
      at += part.length;
      if (this.#filled === 0 && this.#isBlock(part.length)) {
        await this.#flush(part);
        continue;
      }
      this.#gathered.set(part, this.#filled);
      this.#filled += part.length;
      if (!this.#isBlock(this.#filled)) continue;
      await this.#flush(this.#gathered.subarray(0, this.#filled));
      this.#filled = 0;
    }
  }

  /** Forgets the block that is not full; returns how many bytes are in the file. */
  rewind(): number {
    this.#filled = 0;
    return this.#written;
  }

  /** Whether the file is as long as it was to be, and its digest this one. */
  isWhole(digest: string): boolean {
    return this.#written === this.#size && toHex(this.#digest) === digest;
  }

  /** Makes it last; resolves with the file itself where it lies on no disk. */
  close(): Promise<Blob | null> {
    return this.#file.close();
  }

  discard(): Promise<void> {
    return this.#file.discard();
  }

  /** Whether so many bytes after those that are written are a block: a full one or the last. */
  #isBlock(length: number): boolean {
    return length === BLOCK_BYTES || this.#written + length === this.#size;
  }

  async #flush(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const digest = extend(this.#digest, block);
    // If the disk fails, that is what is told; a digest that fails besides is nobody's to hear.
    digest.catch(() => undefined);
    await this.#file.write(block, this.#written);
    this.#digest = await digest;
    this.#written += block.length;
  }
}
