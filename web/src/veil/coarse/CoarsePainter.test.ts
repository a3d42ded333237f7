import { expect, it } from "vitest";
import { COARSE_SIDE, sizeOf } from "./CoarsePainter";

it.each([
  ["a wide picture", { width: 960, height: 540 }, { width: 24, height: 14 }],
  ["a picture that stands", { width: 540, height: 960 }, { width: 14, height: 24 }],
  ["a small one", { width: 16, height: 16 }, { width: 24, height: 24 }],
  ["a strip", { width: 4000, height: 10 }, { width: 24, height: 1 }],
])("%s keeps its shape: of %j, %j are left", (_what, size, left) =>
  expect(sizeOf(size, COARSE_SIDE)).toEqual(left),
);
