import { describe, expect, it } from "vitest";
import { loudness } from "./LevelMeter";

describe("loudness", () => {
  it("is nothing for silence, and for no samples at all", () => {
    expect(loudness(new Float32Array(64))).toBe(0);
    expect(loudness(new Float32Array(0))).toBe(0);
  });

  it("is one at full scale and half way up at -30 dB", () => {
    expect(loudness(new Float32Array(64).fill(1))).toBe(1);
    expect(loudness(new Float32Array(64).fill(10 ** (-30 / 20)))).toBeCloseTo(0.5);
  });
});
