import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { describe, expect, it } from "vitest";
import { readTflite } from "../../../build/tflite";
import { halvesToFloats, Runner } from "./run";

const file = createRequire(import.meta.url).resolve(
  "@mediapipe/selfie_segmentation/selfie_segmentation.tflite",
);

describe("halves", () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x0001, 2 ** -24],
    [0x7bff, 65504],
  ])("%i is %f", (half, value) => {
    expect([...halvesToFloats(Uint16Array.of(half))]).toEqual([value]);
  });
});

describe("the network that finds people", () => {
  it("tells somebody in front of a wall from the wall", async () => {
    await setBackend("cpu");
    const { network, weights } = readTflite(readFileSync(file));
    const runner = new Runner(network, halvesToFloats(weights));
    const mask = await runner.run(somebody(network.side));
    const at = (x: number, y: number): number =>
      mask[Math.round(y * network.side) * network.side + Math.round(x * network.side)] ?? NaN;
    expect(mask).toHaveLength(network.side ** 2);
    for (const [x, y] of PERSON) expect(at(x, y), `${x} ${y}`).toBeGreaterThan(0.6);
    for (const [x, y] of WALL) expect(at(x, y), `${x} ${y}`).toBeLessThan(0.1);
  }, 60_000);
});

const PERSON = [
  [0.5, 0.2],
  [0.5, 0.35],
  [0.5, 0.8],
  [0.3, 0.85],
] as const;
const WALL = [
  [0.05, 0.05],
  [0.9, 0.1],
  [0.15, 0.5],
  [0.85, 0.5],
] as const;

/** Head and shoulders, plainly drawn: red, green and blue of each pixel, 0 to 1. */
function somebody(side: number): Float32Array {
  const pixels = new Float32Array(side * side * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [u, v] = [x / side - 0.5, y / side];
      const colour = colourAt(u, v);
      pixels.set(colour, (y * side + x) * 3);
    }
  return pixels;
}

function colourAt(u: number, v: number): readonly [number, number, number] {
  const hair = (u / 0.17) ** 2 + ((v - 0.3) / 0.2) ** 2 < 1 && v < 0.28;
  const eye = Math.min(Math.hypot(u - 0.05, v - 0.34), Math.hypot(u + 0.05, v - 0.34)) < 0.014;
  const mouth = Math.abs(u) < 0.05 && Math.abs(v - 0.44) < 0.01;
  const face = (u / 0.14) ** 2 + ((v - 0.36) / 0.18) ** 2 < 1;
  const neck = Math.abs(u) < 0.07 && v > 0.45 && v < 0.64;
  const coat = v > 0.62 && (u / 0.36) ** 2 + ((v - 1) / 0.42) ** 2 < 1;
  if (hair) return [0.2, 0.13, 0.08];
  if (eye) return [0.1, 0.1, 0.1];
  if (mouth) return [0.65, 0.25, 0.25];
  if (face || neck) return [0.87, 0.67, 0.55];
  if (coat) return [0.15, 0.2, 0.4];
  return [0.75, 0.78, 0.8];
}
