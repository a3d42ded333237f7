import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../words/languages";
import { typedAmount } from "../words/figures";
import { readAmount, shortAddress } from "./format";

test.each(LANGUAGES)(
  "what is put into a field in %s can be read back without a loss",
  (language) => {
    const wei = 12_345_000_000_000_000_000_001n;
    expect(readAmount(typedAmount(wei, language))).toEqual({ kind: "amount", wei });
  },
);

describe("readAmount", () => {
  test.each([
    ["0.1", 100_000_000_000_000_000n],
    [" 0,25 ", 250_000_000_000_000_000n],
    [".5", 500_000_000_000_000_000n],
    ["٠٫٢٥", 250_000_000_000_000_000n],
    ["2.", 2_000_000_000_000_000_000n],
    ["0.000000000000000001", 1n],
  ])("reads %j", (text, wei) => expect(readAmount(text)).toEqual({ kind: "amount", wei }));

  test.each(["-1", "1e3", "0x10", "1.2.3", "1 000", ".", "0.0000000000000000001", "99999999999"])(
    "refuses %j",
    (text) => expect(readAmount(text)).toEqual({ kind: "malformed" }),
  );

  test("knows that nothing was typed", () => expect(readAmount("  ")).toEqual({ kind: "empty" }));
});

test("an address is shortened to both of its ends", () =>
  expect(shortAddress("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")).toBe("0xf39F…2266"));
