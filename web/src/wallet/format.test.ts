import { describe, expect, test } from "vitest";
import { duration, eth, readAmount, sessionLength, shortAddress, typed } from "./format";

describe("eth", () => {
  test.each([
    [0n, "0"],
    [1n, "<0.0001"],
    [99_999_999_999_999n, "<0.0001"],
    [100_000_000_000_000n, "0.0001"],
    [10n ** 18n, "1"],
    [10_000n * 10n ** 18n, "10\u202f000"],
    [1_234_567_500_000_000_000_000_000n, "1\u202f234\u202f567.5"],
    [999n * 10n ** 18n, "999"],
    [123_456_000_000_000_000n, "0.1235"],
    [999_999_999_999_999_999n, "1"],
  ])("shows %d wei as %s", (wei, shown) => expect(eth(wei)).toBe(shown));

  test("shows every digit when asked for eighteen places", () =>
    expect(eth(123_456_789_012_345_678n, 18)).toBe("0.123456789012345678"));
});

test("what is put into a field can be read back without a loss", () => {
  const wei = 12_345_000_000_000_000_000_001n;
  expect(readAmount(typed(wei))).toEqual({ kind: "amount", wei });
});

describe("readAmount", () => {
  test.each([
    ["0.1", 100_000_000_000_000_000n],
    [" 0,25 ", 250_000_000_000_000_000n],
    [".5", 500_000_000_000_000_000n],
    ["2.", 2_000_000_000_000_000_000n],
    ["0.000000000000000001", 1n],
  ])("reads %j", (text, wei) => expect(readAmount(text)).toEqual({ kind: "amount", wei }));

  test.each(["-1", "1e3", "0x10", "1.2.3", "1 000", ".", "0.0000000000000000001", "99999999999"])(
    "refuses %j",
    (text) => expect(readAmount(text)).toEqual({ kind: "malformed" }),
  );

  test("knows that nothing was typed", () => expect(readAmount("  ")).toEqual({ kind: "empty" }));
});

describe("duration", () => {
  test.each([
    [-5, "0 s"],
    [0.2, "1 s"],
    [59, "59 s"],
    [60, "1 min"],
    [95, "1 min 35 s"],
    [1_500, "25 min"],
    [3_600, "1 h"],
    [86_399, "23 h 59 min"],
    [86_400, "1 day"],
    [180_000, "2 days 2 h"],
  ])("says %d seconds as %s", (seconds, said) => expect(duration(seconds)).toBe(said));
});

test.each([
  [60, "one minute"],
  [300, "five minutes"],
  [1_200, "20 minutes"],
  [8, "8 seconds"],
])("a session of %d seconds is %s", (seconds, said) => expect(sessionLength(seconds)).toBe(said));

test("an address is shortened to both of its ends", () =>
  expect(shortAddress("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")).toBe("0xf39F…2266"));
