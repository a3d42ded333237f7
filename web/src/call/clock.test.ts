import { describe, expect, it } from "vitest";
import { clockFace, deadlineOf, endOfRound, fractionLeft, remaining } from "./clock";
import { AT_REST } from "./state";
import type { Live } from "./state";

const live = { phase: "live", startedAt: 1_000, endsAt: 301_000, warned: false } as Live;

describe("the countdown", () => {
  it("takes the earlier of the service's and the contract's end", () => {
    expect(endOfRound(0, 0, 300_000, 15_000)).toBe(15_000);
    expect(endOfRound(0, 0, 9_000, 15_000)).toBe(9_000);
    expect(endOfRound(0, 10_000, 300_000, 15_000)).toBe(15_000);
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
    expect(deadlineOf({ ...live, endsAt: 5_000 })).toBe(1_000);
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
