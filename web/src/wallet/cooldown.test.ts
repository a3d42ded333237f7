import { expect, test } from "vitest";
import { secondsLeft } from "./cooldown";

test("counts down by this device's clock while the chain is quiet", () =>
  expect(secondsLeft(1_000, 900, 950_400)).toBe(50));

test("goes by the chain where that is ahead", () =>
  expect(secondsLeft(1_000, 990, 950_000)).toBe(10));

test("never goes below zero", () => expect(secondsLeft(1_000, 2_000, 0)).toBe(0));
