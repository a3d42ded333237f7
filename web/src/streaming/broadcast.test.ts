import { expect, test } from "vitest";
import { pauseBefore, RETURN_WITHIN_MS } from "./broadcast";

test("a line that broke is tried at once, and then no oftener than ten times a minute", () => {
  const pauses = Array.from({ length: 8 }, (_, attempt) => pauseBefore(attempt));
  expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 6_000]);
  expect(pauses.at(-1)).toBe(6_000);
  expect(pauses.slice(0, 4).reduce((sum, pause) => sum + pause)).toBeLessThan(RETURN_WITHIN_MS);
});
