import { describe, expect, it } from "vitest";
import { Soundtrack, Timeline } from "./Timeline";

const RATE = 48_000;

describe("the time of a recording", () => {
  it("begins with the first look at the clock and runs with it", () => {
    const timeline = new Timeline();
    expect(timeline.advance(5_000)).toBe(0);
    expect(timeline.advance(5_250)).toBe(0.25);
    expect(timeline.advance(6_000)).toBe(1);
  });

  it("does not run while the machine sleeps", () => {
    const timeline = new Timeline();
    timeline.advance(0);
    expect(timeline.advance(3_600_000)).toBe(1);
    expect(timeline.advance(3_600_500)).toBe(1.5);
  });
});

describe("the sound of a recording", () => {
  it("is one piece after the other", () => {
    const sound = new Soundtrack(RATE);
    expect(sound.place(480, 0.01)).toBe(0);
    expect(sound.place(480, 0.03)).toBe(0.01);
    expect(sound.end).toBe(0.02);
  });

  it("is silence where nothing comes, and catches up with the picture", () => {
    const sound = new Soundtrack(RATE);
    expect(sound.missing(0.3)).toBe(0);
    const missing = sound.missing(1);
    sound.place(missing, 1);
    expect(sound.end).toBeCloseTo(0.85);
    expect(sound.missing(1)).toBe(0);
  });

  it("is never far ahead: what comes in a rush after a pause is left out", () => {
    const sound = new Soundtrack(RATE);
    let left = 0;
    for (let piece = 0; piece < 100; piece++) if (sound.place(480, 0) === null) left += 1;
    expect(sound.end).toBeLessThan(0.5);
    expect(left).toBeGreaterThan(50);
  });
});
