import { expect, test } from "vitest";
import { keyOf } from "./useHotkeys";

test.each([
  ["m", "KeyM", "m"],
  ["M", "KeyM", "m"],
  ["ة", "KeyM", "m"],
  ["ь", "KeyM", "m"],
  [",", "KeyM", ","],
  ["a", "KeyQ", "a"],
  ["é", "Digit2", "é"],
  ["Escape", "Escape", "Escape"],
])("%s on %s is %s", (key, code, named) => expect(keyOf({ key, code })).toBe(named));
