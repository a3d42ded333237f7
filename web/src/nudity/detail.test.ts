import { describe, expect, it } from "vitest";
import { hasDetail } from "./detail";
import { LOOK_SIDE } from "./messages";

function drawn(green: (x: number, y: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * LOOK_SIDE * LOOK_SIDE);
  for (let y = 0; y < LOOK_SIDE; y++)
    for (let x = 0; x < LOOK_SIDE; x++) pixels[4 * (y * LOOK_SIDE + x) + 1] = green(x, y);
  return pixels;
}

const holds = (green: (x: number, y: number) => number): boolean =>
  hasDetail(drawn(green), LOOK_SIDE, LOOK_SIDE);

/** The roughest picture that sixteen pixels can hold, as smooth as it is sent. */
const coarse = (x: number): number => 128 + 110 * Math.cos((Math.PI * x * 16) / LOOK_SIDE / 2);

describe("detail", () => {
  it("is not in a grey wall, nor in a gradient", () => {
    expect(holds(() => 90)).toBe(false);
    expect(holds((x, y) => (x + y) / 2)).toBe(false);
  });

  it("is not in a coarse picture, with the noise of an encoder", () => {
    expect(holds((x, y) => coarse(x) + ((x * 31 + y * 17) % 5) - 2)).toBe(false);
  });

  it("is in whatever has edges", () => {
    expect(holds((x, y) => ((x >> 2) + (y >> 2)) % 2 && 120)).toBe(true);
    expect(holds((x, y) => ((x - 112) ** 2 + (y - 112) ** 2 < 3_000 ? 200 : 60))).toBe(true);
  });

  it("is not in what is too small to be looked at", () =>
    expect(hasDetail(new Uint8ClampedArray(4), 1, 1)).toBe(false));
});
