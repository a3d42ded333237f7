import { writeFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/** Colours of somebody drawn in front of a camera. */
export interface Looks {
  readonly wall: string;
  readonly lamp: string;
  readonly skin: string;
  readonly hair: string;
  readonly coat: string;
}

export const AT_NIGHT: Looks = {
  wall: "#1d2340",
  lamp: "#f3b562",
  skin: "#b9805a",
  hair: "#2a1c18",
  coat: "#7c3f3a",
};
export const AT_HOME: Looks = {
  wall: "#5d6f63",
  lamp: "#fbe7c2",
  skin: "#e8bd9a",
  hair: "#6b4a2b",
  coat: "#2f4858",
};

const FRAMES = 48;

/** Draws somebody who moves a little and writes it as a film of JPEG pictures, for Chromium's fake camera; returns the file. */
export async function film(browser: Browser, file: string, looks: Looks): Promise<string> {
  const page = await browser.newPage();
  const frames: Buffer[] = [];
  for (let frame = 0; frame < FRAMES; frame++) {
    const jpeg = await page.evaluate(draw, { looks, turn: (frame / FRAMES) * 2 * Math.PI });
    frames.push(Buffer.from(jpeg, "base64"));
  }
  await page.close();
  writeFileSync(file, Buffer.concat(frames));
  return file;
}

/**
 * Writes a film of something full of detail: squares much smaller than what a coarse picture can hold, warm on the left
 * and cold on the right, and letters.
 */
export async function chessboard(browser: Browser, file: string): Promise<string> {
  const page = await browser.newPage();
  const frames: Buffer[] = [];
  for (let frame = 0; frame < 8; frame++)
    frames.push(Buffer.from(await page.evaluate(drawSquares, frame), "base64"));
  await page.close();
  writeFileSync(file, Buffer.concat(frames));
  return file;
}

async function drawSquares(shift: number): Promise<string> {
  const [width, height, side] = [1280, 720, 20];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.fillStyle = "#000";
  context.fillRect(0, 0, width, height);
  for (let x = 0; x < width; x += side)
    for (let y = 0; y < height; y += side) {
      if ((x + y) % (2 * side) !== 0) continue;
      context.fillStyle = x < width / 2 ? "#ffb060" : "#60b0ff";
      context.fillRect(x + shift, y, side, side);
    }
  context.fillStyle = "#fff";
  context.font = "bold 120px monospace";
  context.fillText("PASSERBY 0123", 120, 380);
  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

async function draw({ looks, turn }: { looks: Looks; turn: number }): Promise<string> {
  const [width, height] = [1280, 720];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  const blob = (x: number, y: number, rx: number, ry: number, colour: string) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    context.fill();
  };

  const light = context.createRadialGradient(260, 180, 20, 420, 300, 1100);
  light.addColorStop(0, looks.lamp);
  light.addColorStop(0.35, looks.wall);
  light.addColorStop(1, "#0b0d16");
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 0.22;
  for (let i = 0; i < 14; i++)
    blob(
      (i * 397) % width,
      60 + ((i * 151) % 330),
      26 + (i % 4) * 14,
      26 + (i % 4) * 14,
      looks.lamp,
    );
  context.globalAlpha = 1;

  const x = 660 + Math.sin(turn) * 9;
  const y = 330 + Math.cos(turn * 2) * 4;
  blob(660, 820, 380, 310, looks.coat);
  context.fillStyle = looks.skin;
  context.fillRect(x - 55, y + 120, 110, 120);
  blob(x, y - 12, 182, 208, looks.hair);
  blob(x, y + 18, 142, 180, looks.skin);
  context.fillStyle = looks.hair;
  context.beginPath();
  context.moveTo(x - 150, y - 30);
  context.quadraticCurveTo(x - 60, y - 150, x + 150, y - 40);
  context.quadraticCurveTo(x + 120, y - 190, x, y - 200);
  context.quadraticCurveTo(x - 150, y - 190, x - 150, y - 30);
  context.fill();
  const blink = Math.abs(turn - 4) < 0.2 ? 2 : 13;
  for (const side of [-1, 1]) {
    blob(x + side * 55, y + 5, 16, blink, "#1b1410");
    context.strokeStyle = looks.hair;
    context.lineWidth = 7;
    context.beginPath();
    context.arc(x + side * 55, y + 2, 32, 1.2 * Math.PI, 1.8 * Math.PI);
    context.stroke();
  }
  context.strokeStyle = "#7a3b33";
  context.lineWidth = 8;
  context.lineCap = "round";
  context.beginPath();
  context.arc(x, y + 80, 46 + Math.sin(turn * 3) * 4, 0.15 * Math.PI, 0.85 * Math.PI);
  context.stroke();

  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
