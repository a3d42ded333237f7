/** What a journal needs of `FileSystemSyncAccessHandle` (File System Standard §2.7), which only workers have. */
export interface OpenFile {
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** What was written stays in the system's hands no longer than this before it is put on the disk, in milliseconds. */
export const FLUSH_MS = 500;

/**
 * A file that only ever grows while a recording runs: what is in it is never touched again, so that whatever ends the
 * browser leaves everything that was written until then.
 */
export class Journal {
  readonly #file: OpenFile;
  readonly #now: () => number;
  #flushedAt: number;
  #bytes = 0;

  /** @param now monotonic milliseconds */
  constructor(file: OpenFile, now: () => number) {
    this.#file = file;
    this.#now = now;
    this.#flushedAt = now();
    file.truncate(0);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws a `QuotaExceededError` when there is no room left. */
  append(bytes: Uint8Array): void {
    writeAll(this.#file, bytes, this.#bytes);
    this.#bytes += bytes.length;
    if (this.#now() - this.#flushedAt >= FLUSH_MS) this.#flush();
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      this.#file.close();
    }
  }

  #flush(): void {
    this.#file.flush();
    this.#flushedAt = this.#now();
  }
}

/** Writes all of it, however often that takes; throws when the disk takes no more. */
export function writeAll(file: OpenFile, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) {
    const count = file.write(bytes.subarray(done), { at: at + done });
    if (count === 0) throw new DOMException("nothing was written", "QuotaExceededError");
    done += count;
  }
}
