import { writeFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/** An ellipse in a picture of side 1: middle, radii, angle, colour. */
type Blot = readonly [
  x: number,
  y: number,
  across: number,
  down: number,
  turn: number,
  red: number,
  green: number,
  blue: number,
];

/**
 * Blots that show nobody and nothing, found by chance: the model takes them for nudity. It is wrong about such a picture, as
 * it may be about others, and a test needs no real one.
 */
const BLOTS: readonly Blot[] = [
  [1.069, 1.073, 0.294, 0.435, 2.996, 0.385, 0.421, 0.659],
  [0.25, 0.422, 0.227, 0.301, 0.739, 0.94, 0.687, 0.347],
  [0.545, 0.243, 0.075, 0.098, 0.978, 0.525, 0.583, 0.47],
  [0.263, 0.751, 0.329, 0.103, 1.05, 0.942, 0.475, 0.447],
  [0.369, 0.504, 0.261, 0.065, 1.161, 0.837, 0.55, 0.207],
  [0.586, 0.039, 0.284, 0.291, 1.364, 0.365, 0.678, 0.363],
  [0.026, 0.384, 0.064, 0.154, 0.412, 0.855, 0.484, 0.266],
  [0.475, 0.454, 0.183, 0.056, 2.137, 0.926, 0.631, 0.428],
  [0.965, 0.734, 0.196, 0.175, 0.459, 0.901, 0.636, 0.486],
  [0.802, 0.285, 0.06, 0.233, 2.035, 0.595, 0.489, 0.363],
  [0.941, 0.432, 0.18, 0.156, 0.066, 0.781, 0.637, 0.399],
  [0.549, 0.083, 0.216, 0.238, 2.882, 0.649, 0.688, 0.355],
  [0.773, 0.501, 0.235, 0.223, 3.089, 0.69, 0.434, 0.644],
  [0.621, 0.438, 0.23, 0.065, 2.947, 0.875, 0.267, 0.303],
];

/** Writes a film of a picture that the model misjudges, for Chromium's fake camera; returns the file. */
export async function misjudged(browser: Browser, file: string): Promise<string> {
  const page = await browser.newPage();
  const frames: Buffer[] = [];
  for (let frame = 0; frame < 8; frame++)
    frames.push(Buffer.from(await page.evaluate(draw, { blots: BLOTS, frame }), "base64"));
  await page.close();
  writeFileSync(file, Buffer.concat(frames));
  return file;
}

async function draw(given: { blots: readonly Blot[]; frame: number }): Promise<string> {
  const [width, height] = [1280, 720];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.fillStyle = "rgb(35% 30% 30%)";
  context.fillRect(0, 0, width, height);
  for (const [x, y, across, down, turn, ...colour] of given.blots) {
    const paint = (light: number, opacity: number) =>
      `rgb(${colour.map((part) => `${Math.min(100, part * light * 100)}%`).join(" ")} / ${opacity})`;
    const shade = context.createRadialGradient(0, 0, 0, 0, 0, 1);
    shade.addColorStop(0, paint(1.18, 1));
    shade.addColorStop(0.8, paint(1.06, 1));
    shade.addColorStop(1, paint(1, 0));
    context.save();
    context.scale(width, height);
    context.translate(x, y);
    context.rotate(turn);
    context.scale(across, down);
    context.fillStyle = shade;
    context.beginPath();
    context.arc(0, 0, 1, 0, 2 * Math.PI);
    context.fill();
    context.restore();
  }
  // Something fine, as every camera's picture has, and another in each frame.
  context.fillStyle = "#fff";
  context.font = "bold 60px monospace";
  context.fillText("NOBODY IS HERE, NOTHING IS SHOWN", 60 + given.frame, 700);
  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
