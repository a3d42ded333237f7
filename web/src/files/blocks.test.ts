import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BlockReader } from "./blocks";
import { BlockWriter } from "./BlockWriter";
import type { OpenFile } from "./BlockWriter";
import { EMPTY_DIGEST, toHex } from "./digest";
import { BLOCK_BYTES } from "./limits";

/** A file in memory that keeps book. */
class FakeFile implements OpenFile {
  readonly writes: { at: number; length: number }[] = [];
  closed = false;
  deleted = false;
  #bytes = new Uint8Array(0);

  get bytes(): Uint8Array {
    return this.#bytes;
  }
  write(block: Uint8Array<ArrayBuffer>, at: number): void {
    this.writes.push({ at, length: block.length });
    const longer = new Uint8Array(Math.max(this.#bytes.length, at + block.length));
    longer.set(this.#bytes);
    longer.set(block, at);
    this.#bytes = longer;
  }
  close(): Promise<null> {
    this.closed = true;
    return Promise.resolve(null);
  }
  discard(): Promise<void> {
    this.deleted = true;
    return Promise.resolve();
  }
}

/** The digest as its definition says, made of something else than the code under test. */
function digestOf(bytes: Uint8Array): string {
  let digest = Buffer.alloc(32);
  const sha256 = (data: Uint8Array) => createHash("sha256").update(data).digest();
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES)
    digest = sha256(Buffer.concat([digest, sha256(bytes.subarray(at, at + BLOCK_BYTES))]));
  return digest.toString("hex");
}

async function readAll(blob: Blob, from = 0, digest = EMPTY_DIGEST) {
  const reader = new BlockReader(blob, from, digest);
  const blocks = [];
  for (let block = await reader.next(); block !== null; block = await reader.next())
    blocks.push(block);
  return blocks;
}

const SIZES = [0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 40 * BLOCK_BYTES + 12_345];

describe("reading a file", () => {
  it.each(SIZES)("gives all %d bytes in order, and their digest", async (size) => {
    const bytes = randomBytes(size);
    const blocks = await readAll(new Blob([bytes]));
    expect(Buffer.concat(blocks.map((block) => block.bytes)).equals(bytes)).toBe(true);
    expect(toHex(blocks.at(-1)?.digest ?? EMPTY_DIGEST)).toBe(digestOf(bytes));
  });

  it("goes on between two blocks as if it had never stopped", async () => {
    const bytes = randomBytes(5 * BLOCK_BYTES + 7);
    const blob = new Blob([bytes]);
    const whole = await readAll(blob);
    const rest = await readAll(blob, 2 * BLOCK_BYTES, whole[1]?.digest);
    expect(rest.map(({ start }) => start / BLOCK_BYTES)).toEqual([2, 3, 4, 5]);
    expect(toHex(rest.at(-1)?.digest ?? EMPTY_DIGEST)).toBe(digestOf(bytes));
  });

  it("works where files are no byte streams", async () => {
    const bytes = randomBytes(3 * BLOCK_BYTES + 7);
    class OldBlob extends Blob {
      override slice(...args: Parameters<Blob["slice"]>): Blob {
        const part = super.slice(...args);
        const old = () =>
          new ReadableStream({
            async start(controller) {
              const all = new Uint8Array(await part.arrayBuffer());
              for (let at = 0; at < all.length; at += 100_000)
                controller.enqueue(all.slice(at, at + 100_000));
              controller.close();
            },
          });
        return Object.defineProperty(part, "stream", { value: old });
      }
    }
    const blocks = await readAll(new OldBlob([bytes]));
    expect(Buffer.concat(blocks.map((block) => block.bytes)).equals(bytes)).toBe(true);
  });

  it("never gets far ahead of whoever asks", async () => {
    let read = 0;
    const blob = new Blob([randomBytes(100 * BLOCK_BYTES)]);
    const slice = blob.slice.bind(blob);
    blob.slice = (start = 0, end) => {
      read = Math.max(read, end ?? 0);
      return slice(start, end);
    };
    const reader = new BlockReader(blob, 0, EMPTY_DIGEST);
    await reader.next();
    // A stream of eight megabytes is opened at a time.
    expect(read).toBeLessThanOrEqual(8 << 20);
  });

  it("fails when the file is not what it was", async () => {
    const blob = new Blob([randomBytes(BLOCK_BYTES)]);
    Object.defineProperty(blob, "size", { value: 2 * BLOCK_BYTES });
    const reader = new BlockReader(blob, 0, EMPTY_DIGEST);
    await reader.next();
    await expect(reader.next()).rejects.toThrow("the file ends here");
  });
});

describe("writing a file", () => {
  async function write(bytes: Uint8Array<ArrayBuffer>, pieces: number) {
    const file = new FakeFile();
    const writer = new BlockWriter(file, bytes.length);
    for (let at = 0; at < bytes.length; at += pieces)
      await writer.write(bytes.slice(at, at + pieces));
    return { file, writer };
  }

  it.each(
    SIZES.flatMap((size) =>
      [16_384, 65_536, 100_003, BLOCK_BYTES].map((pieces) => [size, pieces] as const),
    ),
  )("takes %d bytes in pieces of %d, and knows their digest", async (size, pieces) => {
    const bytes = new Uint8Array(randomBytes(size));
    const { file, writer } = await write(bytes, pieces);
    expect(writer.written).toBe(size);
    expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
    expect(writer.isWhole(digestOf(bytes))).toBe(true);
    expect(writer.isWhole(toHex(EMPTY_DIGEST))).toBe(size === 0);
  });

  it("is not whole before its last byte", async () => {
    const file = new FakeFile();
    const writer = new BlockWriter(file, 2 * BLOCK_BYTES);
    const half = new Uint8Array(randomBytes(BLOCK_BYTES));
    await writer.write(half);
    expect(writer.isWhole(digestOf(half))).toBe(false);
  });

  it("writes whole blocks only, and forgets the rest of one when it is rewound", async () => {
    const file = new FakeFile();
    const bytes = new Uint8Array(randomBytes(2 * BLOCK_BYTES));
    const writer = new BlockWriter(file, bytes.length);
    await writer.write(bytes.slice(0, BLOCK_BYTES + 1_000));
    expect(file.writes).toEqual([{ at: 0, length: BLOCK_BYTES }]);
    expect(writer.rewind()).toBe(BLOCK_BYTES);
    await writer.write(bytes.slice(BLOCK_BYTES));
    expect(writer.isWhole(digestOf(bytes))).toBe(true);
  });
});
