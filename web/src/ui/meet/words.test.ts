import { describe, expect, it } from "vitest";
import { duration, othersWaiting } from "./words";

describe("duration", () => {
  it.each([
    [300, "five minutes"],
    [60, "one minute"],
    [900, "15 minutes"],
    [15, "15 seconds"],
    [8, "eight seconds"],
    [90, "90 seconds"],
  ])("says %i seconds as %s", (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

describe("othersWaiting", () => {
  it("counts people, not items", () => {
    expect(othersWaiting(1)).toBe("1 other waiting");
    expect(othersWaiting(14)).toBe("14 others waiting");
    expect(othersWaiting(0)).toContain("Nobody else");
  });
});
