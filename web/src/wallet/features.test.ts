import { expect, test } from "vitest";
import { featuresIn } from "./features";

const names = (bitmap: number) => featuresIn(bitmap).map((feature) => feature.name);

test("reads the default tiers", () => {
  expect(names(3)).toEqual(["contacts", "recording"]);
  expect(names(15)).toEqual(["contacts", "recording", "streaming", "studio-inputs"]);
  expect(names(31)).toHaveLength(5);
});

test("passes over bits that this page does not know", () =>
  expect(names(32 | 1)).toEqual(["contacts"]));
