import { describe, expect, it } from "vitest";
import { LARGEST_MESSAGE } from "../channel/Control";
import { cleaned, LONGEST } from "./text";

describe("a message's text", () => {
  it.each([
    ["keeps markup and links as the letters they are", "<b>hi</b> http://example.org"],
    ["keeps line feeds and tabs", "one\n\ttwo\n\n\nthree"],
    ["keeps emoji that are joined together", "👩‍👩‍👧 👍🏽 🇦🇷"],
    ["keeps the marks of a language", "می‌خواهم"],
  ])("%s", (_what, text) => expect(cleaned(text)).toBe(text));

  it.each([
    ["spaces at its ends", "  hi \n", "hi"],
    ["line feeds of other systems", "a\r\nb\rc", "a\nb\nc"],
    ["control characters", "a\u0000b\u001b[31mc\u009b", "ab[31mc"],
    [
      "overrides and isolates, so that nothing reads backwards",
      "a\u202egnp.exe\u2066b",
      "agnp.exeb",
    ],
    ["half a character", "a\ud83db", "ab"],
    ["a wall of empty lines", `a${"\n \u200b".repeat(2_000)}\nb`, "a\n\n\nb"],
  ])("loses %s", (_what, text, clean) => expect(cleaned(text)).toBe(clean));

  it.each(["", " \n\t ", "\u200b\u200d\u2060", "\u202e\u202c", "\u2800\u3164", "\ufeff"])(
    "is empty when there is nothing to see: %j",
    (text) => expect(cleaned(text)).toBe(""),
  );

  it("fits the control channel, whatever it is made of", () => {
    for (const character of ['"', "\\", "\n", "\t", "😀".slice(0, 2), "ﷺ", "\u2028"]) {
      const longest = `x${character.repeat(LONGEST)}`.slice(0, LONGEST - 1) + "x";
      const text = cleaned(longest);
      const sent = JSON.stringify({ topic: "chat", body: { say: Number.MAX_SAFE_INTEGER, text } });
      expect(sent.length).toBeLessThanOrEqual(LARGEST_MESSAGE);
    }
  });
});
