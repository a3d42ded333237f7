import { describe, expect, test } from "vitest";
import { amount, byteSize, duration } from "./figures";

describe("amount", () => {
  test.each([
    [0n, "0 ETH"],
    [1n, "<0.0001 ETH"],
    [99_999_999_999_999n, "<0.0001 ETH"],
    [100_000_000_000_000n, "0.0001 ETH"],
    [10n ** 18n, "1 ETH"],
    [10_000n * 10n ** 18n, "10,000 ETH"],
    [1_234_567_500_000_000_000_000_000n, "1,234,567.5 ETH"],
    [123_456_000_000_000_000n, "0.1235 ETH"],
    [999_999_999_999_999_999n, "1 ETH"],
  ])("shows %d wei as %s", (wei, shown) =>
    expect(amount(wei, "en").replace("\u00a0", " ")).toBe(shown),
  );

  test("shows every digit when asked for eighteen places", () =>
    expect(amount(123_456_789_012_345_678n, "en", 18)).toBe("0.123456789012345678\u00a0ETH"));

  test("is written as the language writes numbers", () => {
    expect(amount(12_345n * 10n ** 17n, "de")).toBe("1.234,5\u00a0ETH");
    expect(amount(15n * 10n ** 17n, "ar-u-nu-latn")).toBe("1.5\u00a0ETH");
  });
});

describe("duration", () => {
  test.each([
    [-5, "0 seconds"],
    [0.2, "1 second"],
    [59, "59 seconds"],
    [60, "1 minute"],
    [95, "1 minute, 35 seconds"],
    [1_500, "25 minutes"],
    [3_600, "1 hour"],
    [86_399, "23 hours, 59 minutes"],
    [86_400, "1 day"],
    [86_460, "1 day"],
    [180_000, "2 days, 2 hours"],
  ])("says %d seconds as %s", (seconds, said) => expect(duration(seconds, "en")).toBe(said));

  test("speaks the language", () => expect(duration(180_000, "de")).toBe("2 Tage, 2 Stunden"));
});

describe("byteSize", () => {
  test.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1_000, "1 kB"],
    [1_234_567, "1.2 MB"],
    [12_345_678, "12 MB"],
    [2 * 1024 ** 3, "2.1 GB"],
    [9e15, "9,000 TB"],
  ])("shows %d as %s", (bytes, shown) => expect(byteSize(bytes, "en")).toBe(shown));

  test("is a speed where one is meant", () =>
    expect(byteSize(5_000_000, "en", true)).toBe("5 MB/s"));

  test("is written as the language writes units", () =>
    expect(byteSize(1_234_567, "fr").replace(/\s/g, " ")).toBe("1,2 Mo"));
});
