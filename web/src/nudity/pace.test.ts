import { expect, it } from "vitest";
import { nextLookIn } from "./pace";

it.each([
  ["every second and a half on a quick device", false, 55, false, 1_500],
  ["less often the longer a look takes", false, 150, false, 3_000],
  ["half as often when the encoder cannot keep up", false, 150, true, 6_000],
  ["every eight seconds at the least", false, 2_000, true, 8_000],
  ["at once when something hangs on it", true, 55, true, 250],
  ["as soon as the device has rested as long as it has looked", true, 900, false, 900],
])("a picture is looked at %s", (_how, urgent, lookMillis, cpuBound, millis) =>
  expect(nextLookIn(urgent, { lookMillis, cpuBound })).toBe(millis),
);
