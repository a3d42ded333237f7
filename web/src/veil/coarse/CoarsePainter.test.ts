import { expect, it } from "vitest";
import { COARSE_SIDE, sizeOf } from "./CoarsePainter";

it.each([
  ["a wide picture", { width: 960, height: 540 }, { width: 16, height: 9 }],
  ["a picture that stands", { width: 540, height: 960 }, { width: 9, height: 16 }],
  ["a small one", { width: 10, height: 10 }, { width: 16, height: 16 }],
  ["a strip", { width: 4000, height: 10 }, { width: 16, height: 1 }],
])("%s keeps its shape: of %j, %j are left", (_what, size, left) =>
  expect(sizeOf(size, COARSE_SIDE)).toEqual(left),
);
