import { describe, expect, it } from "vitest";
import { Allowance } from "./Allowance";

function taken(allowance: Allowance, now: number, tries: number): number {
  return Array.from({ length: tries }, () => allowance.take(now)).filter(Boolean).length;
}

describe("an allowance", () => {
  it("gives a few at once, and then so many a second", () => {
    const allowance = new Allowance(5, 2, 1_000);
    expect(taken(allowance, 1_000, 9)).toBe(5);
    expect(taken(allowance, 1_400, 9)).toBe(0);
    expect(taken(allowance, 1_500, 9)).toBe(1);
    expect(taken(allowance, 3_000, 9)).toBe(3);
  });

  it("saves up no more than what it gives at once", () => {
    const allowance = new Allowance(5, 2, 0);
    expect(taken(allowance, 1_000_000, 9)).toBe(5);
  });

  it("says how long there is to wait, and keeps its word", () => {
    const allowance = new Allowance(1, 4, 0);
    expect(allowance.wait(0)).toBe(0);
    allowance.take(0);
    expect(allowance.wait(100)).toBe(150);
    expect(allowance.take(100 + 149)).toBe(false);
    expect(allowance.take(100 + allowance.wait(100))).toBe(true);
  });
});
