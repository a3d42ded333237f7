import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IDLE_MS, REPEAT_MS, STALE_MS, Typing } from "./Typing";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function scene() {
  const told: boolean[] = [];
  const typing = new Typing(
    (typing) => told.push(typing),
    () => Date.now(),
  );
  return { typing, told };
}

describe("this person's typing", () => {
  it("is told once for many keys, and again and again while it lasts", () => {
    const { typing, told } = scene();
    for (let key = 0; key < 20; key++) {
      typing.stir();
      vi.advanceTimersByTime(REPEAT_MS / 10);
    }
    expect(told).toEqual([true, true]);
  });

  it("ends a while after the last key, or at once when they stop", () => {
    const { typing, told } = scene();
    typing.stir();
    vi.advanceTimersByTime(IDLE_MS);
    expect(told).toEqual([true, false]);
    typing.stir();
    typing.rest();
    typing.rest();
    vi.advanceTimersByTime(IDLE_MS);
    expect(told).toEqual([true, false, true, false]);
  });

  it("is nobody's once the other is somebody else", () => {
    const { typing, told } = scene();
    typing.stir();
    typing.reset();
    vi.advanceTimersByTime(IDLE_MS);
    expect(told).toEqual([true]);
  });
});

describe("the other's typing", () => {
  it("is shown as long as it is heard of", () => {
    const { typing } = scene();
    for (let repeat = 0; repeat < 5; repeat++) {
      typing.hear(true);
      vi.advanceTimersByTime(REPEAT_MS);
      expect(typing.theirs.get()).toBe(true);
    }
    typing.hear(false);
    expect(typing.theirs.get()).toBe(false);
  });

  it("is forgotten when their page falls silent", () => {
    const { typing } = scene();
    typing.hear(true);
    vi.advanceTimersByTime(STALE_MS);
    expect(typing.theirs.get()).toBe(false);
  });

  it("does not flicker as fast as a hostile page says so, and ends in not typing", () => {
    const { typing } = scene();
    let changes = 0;
    typing.theirs.subscribe(() => (changes += 1));
    for (let flicker = 0; flicker < 1_000; flicker++) typing.hear(flicker % 2 === 0);
    expect(changes).toBeLessThanOrEqual(6);
    expect(typing.theirs.get()).toBe(false);
  });

  it("is not carried over to the next one", () => {
    const { typing } = scene();
    typing.hear(true);
    typing.reset();
    expect(typing.theirs.get()).toBe(false);
  });
});
