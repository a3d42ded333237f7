import { describe, expect, it } from "vitest";
import { FLUSH_MS, Journal } from "./Journal";

/** A disk that takes at most so many bytes at once, and so many in all. */
class FakeFile {
  readonly bytes: number[] = [1, 2, 3];
  flushes = 0;
  closed = false;

  readonly #atOnce: number;
  readonly #room: number;

  constructor(atOnce = Infinity, room = Infinity) {
    this.#atOnce = atOnce;
    this.#room = room;
  }
  write(bytes: Uint8Array, { at }: { at: number }): number {
    const count = Math.min(bytes.length, this.#atOnce, this.#room - at);
    for (let index = 0; index < count; index++) this.bytes[at + index] = bytes[index] ?? 0;
    return count;
  }
  truncate(size: number): void {
    this.bytes.length = size;
  }
  flush(): void {
    this.flushes += 1;
  }
  close(): void {
    this.closed = true;
  }
}

describe("a journal", () => {
  it("grows by what is appended, however little the disk takes at once", () => {
    const file = new FakeFile(2);
    const journal = new Journal(file, () => 0);
    journal.append(Uint8Array.of(1, 2, 3, 4, 5));
    journal.append(Uint8Array.of(6));
    expect(file.bytes).toEqual([1, 2, 3, 4, 5, 6]);
    expect(journal.bytes).toBe(6);
  });

  it("is on the disk within half a second of writing, and at its end", () => {
    let now = 0;
    const file = new FakeFile();
    const journal = new Journal(file, () => now);
    for (; now < 2 * FLUSH_MS; now += 50) journal.append(Uint8Array.of(1));
    expect(file.flushes).toBe(1);
    now += 50;
    journal.append(Uint8Array.of(1));
    expect(file.flushes).toBe(2);
    journal.close();
    expect(file.flushes).toBe(3);
    expect(file.closed).toBe(true);
  });

  it("says when there is no room left", () => {
    const journal = new Journal(new FakeFile(4, 6), () => 0);
    expect(() => journal.append(new Uint8Array(8))).toThrow(
      expect.objectContaining({ name: "QuotaExceededError" }),
    );
  });
});
