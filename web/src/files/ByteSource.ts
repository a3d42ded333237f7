/**
 * Bytes of a file for which one stream is opened. Some browsers fill a stream with all there is, however slowly it is read:
 * it must not be more than may lie in memory.
 */
const STREAM_BYTES = 8 << 20;

/** Reads a file from one end to the other, in pieces as long as whoever asks wants them. */
export class ByteSource {
  readonly #blob: Blob;
  #opened: number;
  #left = 0;
  #reader: Reader | null = null;

  /** @param from the byte to begin with */
  constructor(blob: Blob, from: number) {
    this.#blob = blob;
    this.#opened = from;
  }

  /** The next so many bytes. Rejects when the file does not have them, or not any more. */
  async read(count: number): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      if (this.#left === 0) this.#open();
      if (this.#left === 0) throw new Error("the file ends here");
      const most = Math.min(count - filled, this.#left);
      const read = await this.#reader?.read(bytes, filled, most);
      // Some browsers read what is there of a file that became shorter, and do not complain.
      if (read === undefined || read.count === 0) throw new Error("the file became shorter");
      ({ bytes } = read);
      filled += read.count;
      this.#left -= read.count;
      if (this.#left === 0) this.close();
    }
    return bytes;
  }

  /** Lets go of what was opened; what is read after this may fail. */
  close(): void {
    // A stream that nobody reads to its very end keeps its pipe, of two megabytes in Chromium, for as long as the page lives.
    this.#reader?.close();
    this.#reader = null;
  }

  #open(): void {
    const part = this.#blob.slice(this.#opened, this.#opened + STREAM_BYTES);
    this.#opened += part.size;
    this.#left = part.size;
    this.#reader = readerOf(part.stream());
  }
}

/** One stream, read from one end to the other. */
interface Reader {
  /** Fills `bytes` from `at` on with at most so many more, and returns them in a buffer that may be another one. */
  read(
    bytes: Uint8Array<ArrayBuffer>,
    at: number,
    most: number,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly count: number }>;
  close(): void;
}

function readerOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Reader {
  try {
    return intoBuffer(stream.getReader({ mode: "byob" }));
  } catch {
    // Not every browser's files are byte streams yet.
    return copying(stream.getReader());
  }
}

function intoBuffer(reader: ReadableStreamBYOBReader): Reader {
  return {
    read: async ({ buffer, length }, at, most) => {
      const { value } = await reader.read(new Uint8Array(buffer, at, most));
      if (value === undefined) throw new Error("the stream was cancelled");
      return { bytes: new Uint8Array(value.buffer, 0, length), count: value.length };
    },
    close: () => letGo(reader),
  };
}

function copying(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Reader {
  let rest = new Uint8Array(0);
  return {
    read: async (bytes, at, most) => {
      if (rest.length === 0) rest = (await reader.read()).value ?? rest;
      const part = rest.subarray(0, most);
      bytes.set(part, at);
      rest = rest.subarray(part.length);
      return { bytes, count: part.length };
    },
    close: () => letGo(reader),
  };
}

function letGo(reader: ReadableStreamGenericReader): void {
  // One that failed already has nothing left to let go of.
  reader.cancel().catch(() => undefined);
}
