import { expect, it } from "vitest";
import { NOTHING_AGREED } from "./agreement";
import { stepOf } from "./step";

it.each([
  ["veiled", {}],
  ["waiting", { mine: true }],
  ["asked", { theirs: true }],
  ["waiting", { mine: true, theirs: true }],
  ["clear", { mine: true, theirs: true, known: true }],
] as const)("two people are %s when %j", (step, said) =>
  expect(stepOf({ ...NOTHING_AGREED, ...said })).toBe(step),
);
