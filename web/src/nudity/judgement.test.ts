import { describe, expect, it } from "vitest";
import { isUrgent, judge, UNSEEN } from "./judgement";
import type { Verdict } from "./judgement";

function verdicts(...looks: number[]): Verdict[] {
  let judgement = UNSEEN;
  return looks.map((look) => (judgement = judge(judgement, look)).verdict);
}

function after(...looks: number[]) {
  return looks.reduce(judge, UNSEEN);
}

describe("the judgement of a picture", () => {
  it("is fine after one look that finds nothing", () => expect(verdicts(0.1)).toEqual(["fine"]));

  it("suspects nobody for a single look", () =>
    expect(verdicts(0.1, 0.99, 0.1, 0.1, 0.99, 0.1)).not.toContain("suspect"));

  it("suspects what worries twice within three looks", () => {
    expect(verdicts(0.1, 0.8, 0.8)).toEqual(["fine", "fine", "suspect"]);
    expect(verdicts(0.1, 0.8, 0.2, 0.8)).toEqual(["fine", "fine", "fine", "suspect"]);
  });

  it("has nothing to say of a picture whose first look worries, until there is a second", () => {
    expect(verdicts(0.9)).toEqual(["unknown"]);
    expect(verdicts(0.9, 0.9)).toEqual(["unknown", "suspect"]);
    expect(verdicts(0.9, 0.1, 0.1, 0.1).at(-1)).toBe("fine");
  });

  it("does not flicker between the two limits", () => {
    expect(verdicts(0.1, 0.8, 0.8, 0.5, 0.4, 0.6, 0.5, 0.65, 0.4).slice(2)).toEqual(
      Array(7).fill("suspect"),
    );
    expect(verdicts(0.5, 0.6, 0.65, 0.69, 0.6)).toEqual(Array(5).fill("fine"));
  });

  it("eases only after four calm looks in a row", () => {
    expect(verdicts(0.1, 0.8, 0.8, 0.1, 0.1, 0.1).at(-1)).toBe("suspect");
    expect(verdicts(0.1, 0.8, 0.8, 0.1, 0.1, 0.4, 0.1, 0.1, 0.1).at(-1)).toBe("suspect");
    expect(verdicts(0.1, 0.8, 0.8, 0.1, 0.1, 0.1, 0.1).at(-1)).toBe("eased");
  });

  it("suspects again what has eased, on two new looks", () => {
    const eased = [0.1, 0.8, 0.8, 0.1, 0.1, 0.1, 0.1];
    expect(verdicts(...eased, 0.9).at(-1)).toBe("eased");
    expect(verdicts(...eased, 0.9, 0.9).at(-1)).toBe("suspect");
  });

  it("keeps no more of the past than it needs", () => {
    expect(after(...Array<number>(1_000).fill(0.1)).looks.length).toBeLessThanOrEqual(4);
  });

  it("is in a hurry while a look is wanting, and only then", () => {
    expect(isUrgent(UNSEEN)).toBe(true);
    expect(isUrgent(after(0.9))).toBe(true);
    expect(isUrgent(after(0.1))).toBe(false);
    expect(isUrgent(after(0.1, 0.9))).toBe(true);
    expect(isUrgent(after(0.1, 0.9, 0.9))).toBe(false);
  });
});
