import { describe, expect, it } from "vitest";
import {
  beginRound,
  clockAt,
  clockFace,
  deadlineOf,
  fractionLeft,
  remaining,
  run,
  stand,
} from "./clock";
import { AT_REST } from "./state";
import type { Live } from "./state";

const round = beginRound(1_000, 300_000, 300_000);
const live = { ...round, phase: "live", warned: false } as Live;

describe("the countdown", () => {
  it("takes the shorter of what the service says and what the contract permits", () => {
    expect(remaining(beginRound(0, 300_000, 15_000), 0)).toBe(15_000);
    expect(remaining(beginRound(0, 9_000, 15_000), 0)).toBe(9_000);
  });

  it("runs from the whole to nothing and not beyond", () => {
    expect(fractionLeft(live, 1_000)).toBe(1);
    expect(fractionLeft(live, 151_000)).toBe(0.5);
    expect(fractionLeft(live, 400_000)).toBe(0);
    expect(remaining(live, 400_000)).toBe(0);
  });

  it("wakes for the last ten seconds first, then for the end", () => {
    expect(deadlineOf(live)).toBe(291_000);
    expect(deadlineOf({ ...live, warned: true })).toBe(301_000);
    expect(deadlineOf(AT_REST)).toBeNull();
  });

  it.each([
    [300_000, "5:00"],
    [299_001, "5:00"],
    [65_000, "1:05"],
    [1, "0:01"],
    [0, "0:00"],
  ])("shows %i ms as %s", (millis, face) => {
    expect(clockFace(millis)).toBe(face);
  });
});

describe("a clock that stands", () => {
  const standing = { ...live, clock: stand(round, 61_000, 240_000, 60_000) };

  it("shows what is left, and runs on by itself", () => {
    expect(remaining(standing, 61_000)).toBe(240_000);
    expect(remaining(standing, 120_999)).toBe(240_000);
    expect(remaining(standing, 131_000)).toBe(230_000);
    expect(fractionLeft(standing, 100_000)).toBe(0.8);
    expect(clockAt(standing.clock, 121_000)).toEqual({ kind: "running", endsAt: 361_000 });
  });

  it("wakes to run on", () => {
    expect(deadlineOf(standing)).toBe(121_000);
  });

  it.each([
    ["for ever", 240_000, Number.MAX_SAFE_INTEGER],
    ["with more than a round left", 900_000, 60_000],
    ["with more and for ever", 900_000, 900_000],
  ])("ends in time although the service lets it stand %s", (_what, left, pauseLeft) => {
    const clock = stand(round, 61_000, left, pauseLeft);
    const end = 301_000 + 60_000;
    expect(remaining({ clock }, end)).toBe(0);
    expect(remaining({ clock }, end - 1)).toBeLessThanOrEqual(1);
  });

  it("ends in time although the service stops it again and again", () => {
    let time = round;
    let now = 1_000;
    while (remaining(time, now) > 0) {
      const stood = stand(time, now, 300_000, 60_000);
      now += 20_000;
      time = { ...time, clock: now % 40_000 < 20_000 ? stood : run(time, now, 300_000) };
      expect(now).toBeLessThan(400_000);
    }
    expect(now).toBeGreaterThanOrEqual(361_000);
  });

  it("runs with what the service says is left, and never longer than it permits", () => {
    expect(run(round, 91_000, 240_000)).toEqual({ kind: "running", endsAt: 331_000 });
    expect(run(round, 101_000, 300_000)).toEqual({ kind: "running", endsAt: 361_000 });
    expect(run(round, 1_000, 900_000)).toEqual({ kind: "running", endsAt: 301_000 });
  });
});
