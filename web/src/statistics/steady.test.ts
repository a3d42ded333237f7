import { describe, expect, it } from "vitest";
import type { Verdict } from "./indicator";
import { BETTER_AFTER_MS, STEADY, steadied, WORSE_AFTER_MS } from "./steady";

const GOOD: Verdict = { level: "good", reason: null };
const FAIR: Verdict = { level: "fair", reason: "loss" };
const POOR: Verdict = { level: "poor", reason: "loss" };
const DOWN: Verdict = { level: "interrupted", reason: "path" };
const PACE_MS = 500;

/** What is shown after each verdict, one every half second. */
function show(verdicts: readonly Verdict[], from = STEADY): readonly Verdict[] {
  let steady = from;
  return verdicts.map((verdict, index) => {
    steady = steadied(steady, verdict, index * PACE_MS);
    return steady.shown;
  });
}

function times(count: number, verdict: Verdict): readonly Verdict[] {
  return Array.from({ length: count }, () => verdict);
}

const levels = (shown: readonly Verdict[]) => shown.map(({ level }) => level);

describe("a steady indicator", () => {
  it("does not flicker with every report", () => {
    const flicker = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? FAIR : GOOD));
    expect(new Set(levels(show(flicker)))).toEqual(new Set(["good"]));
  });

  it("gets worse when it has been worse for two seconds", () => {
    const shown = levels(show(times(6, FAIR)));
    expect(shown.slice(0, WORSE_AFTER_MS / PACE_MS)).toEqual(["good", "good", "good", "good"]);
    expect(shown.at(-1)).toBe("fair");
  });

  it("gets better only when it has been better for longer", () => {
    const from = { shown: POOR, pending: null };
    const shown = levels(show(times(BETTER_AFTER_MS / PACE_MS + 1, GOOD), from));
    expect(shown.at(-2)).toBe("poor");
    expect(shown.at(-1)).toBe("good");
  });

  it("goes down no further than what lasted", () => {
    expect(show([FAIR, FAIR, POOR, FAIR, FAIR]).at(-1)).toEqual(FAIR);
  });

  it("comes up no further than what lasted", () => {
    const from = { shown: POOR, pending: null };
    const verdicts = [...times(6, GOOD), FAIR, ...times(6, GOOD)];
    expect(show(verdicts, from).at(-1)).toEqual(FAIR);
  });

  it("says at once that nothing arrives, and that it does again", () => {
    expect(levels(show([GOOD, DOWN, GOOD]))).toEqual(["good", "interrupted", "good"]);
  });

  it("changes the reason as slowly as the level", () => {
    const slow: Verdict = { level: "fair", reason: "round-trip" };
    const from = { shown: FAIR, pending: null };
    const shown = show(times(BETTER_AFTER_MS / PACE_MS + 1, slow), from);
    expect(shown[0]).toEqual(FAIR);
    expect(shown.at(-1)).toEqual(slow);
  });
});
