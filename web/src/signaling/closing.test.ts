import { describe, expect, it } from "vitest";
import { backoff, closingOf } from "./closing";

describe("closingOf", () => {
  it.each([
    [4401, "signed-out"],
    [4408, "signed-out"],
    [1012, "restart"],
    [1008, "refused"],
    [1009, "refused"],
    [4409, "refused"],
    [1013, "lost"],
    [1006, "lost"],
    [1001, "lost"],
  ])("reads %i as %s", (code, closing) => {
    expect(closingOf(code)).toBe(closing);
  });
});

describe("backoff", () => {
  it("doubles, is eager while the service may still keep the line, and then is not", () => {
    const waits = [0, 1, 2, 3, 4, 9, 10, 60].map((attempt) => backoff("lost", attempt, null, 1));
    expect(waits).toEqual([500, 1000, 2000, 4000, 4000, 4000, 20_000, 20_000]);
  });

  it("spreads over the ceiling, but never waits for nothing", () => {
    expect(backoff("lost", 3, null, 0)).toBe(800);
  });

  it("spreads a restart over the time the service asks for", () => {
    expect(backoff("restart", 0, 3000, 0.5)).toBe(1500);
    expect(backoff("restart", 1, 3000, 1)).toBe(1000);
  });

  it("stays away at least ten seconds after being refused", () => {
    expect(backoff("refused", 0, null, 0)).toBeGreaterThanOrEqual(10_000);
  });
});
