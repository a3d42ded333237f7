import { describe, expect, it } from "vitest";
import { chunkBytes, nextPace, secondsFor, startingAt } from "./pace";

const KB = 1_024;

function after(seconds: number, bytesPerSecond: number, before = startingAt(0, 0)) {
  let pace = before;
  for (let at = 0.5; at <= seconds; at += 0.5)
    pace = nextPace(pace, before.bytes + at * bytesPerSecond, before.at + at * 1_000);
  return pace;
}

describe("the speed of a transfer", () => {
  it("is unknown until something has moved", () => {
    expect(startingAt(0, 0).speed).toBeNull();
    expect(nextPace(startingAt(0, 0), 0, 1_000).speed).toBeNull();
  });

  it("is the first thing that was seen", () => {
    expect(nextPace(startingAt(0, 0), 500, 500).speed).toBe(1_000);
  });

  it("follows a change slowly: one slow moment does not throw the remaining time about", () => {
    const steady = after(10, 1_000);
    const slow = nextPace(steady, steady.bytes, steady.at + 500);
    expect(slow.speed).toBeGreaterThan(800);
    expect(after(20, 100, steady).speed).toBeCloseTo(100, -1);
  });

  it("does not look twice within the same moment", () => {
    const pace = startingAt(0, 0);
    expect(nextPace(pace, 1_000_000, 10)).toBe(pace);
  });

  it("knows when bytes last moved", () => {
    const moved = nextPace(startingAt(0, 0), 10, 1_000);
    expect(nextPace(moved, 10, 5_000)).toMatchObject({ movedAt: 1_000, at: 5_000 });
  });

  it("tells the time that is left, if anybody can", () => {
    expect(secondsFor(2_000, 1_000)).toBe(2);
    expect(secondsFor(0, null)).toBe(0);
    expect(secondsFor(2_000, null)).toBeNull();
    expect(secondsFor(2_000, 0)).toBeNull();
  });
});

describe("the size of a message", () => {
  it("is small where the line is slow, so that what is said besides does not wait long for it", () => {
    expect(chunkBytes(50 * KB, 256 * KB)).toBe(16 * KB);
    expect(chunkBytes(400 * KB, 256 * KB)).toBe(32 * KB);
  });

  it("is large where the line is quick", () => expect(chunkBytes(30e6, 1e9)).toBe(256 * KB));

  it("is never larger than the other side takes", () => {
    expect(chunkBytes(30e6, 64 * KB)).toBe(64 * KB);
    expect(chunkBytes(30e6, 1_000)).toBe(1_000);
  });
});
