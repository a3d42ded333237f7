import { FRAME, placeIn } from "./layout";
import type { Rectangle } from "./layout";
import type { Picture } from "./picture";

export type Canvas = HTMLCanvasElement | OffscreenCanvas;
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Behind the pictures: the page's ink (`--ink` in `ui/tokens.css`). */
const INK = "oklch(0.19 0.02 265)";

/** To draw a composed picture with: the canvas becomes as large as that. */
export function frameOn(canvas: Canvas): Context {
  canvas.width = FRAME.width;
  canvas.height = FRAME.height;
  // As one of the two: what the types find in common depends on the order in which they have met them.
  const context = (canvas as OffscreenCanvas).getContext("2d", { alpha: false });
  if (context === null) throw new Error("This browser has no canvas to paint on.");
  return context;
}

/** Nothing is seen any more. */
export function clear(context: Context): void {
  fill(context, { x: 0, y: 0, ...FRAME }, INK);
}

export function fill(context: Context, room: Rectangle, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(room.x, room.y, room.width, room.height);
}

/**
 * Draws a picture in the middle of a room.
 *
 * @param mostCut as {@link placeIn} has it
 */
export function draw(
  context: Context,
  { image, size }: Picture,
  room: Rectangle,
  mostCut: number,
): void {
  const { from, to } = placeIn(room, size, mostCut);
  const part = [from.x, from.y, from.width, from.height] as const;
  context.drawImage(image, ...part, to.x, to.y, to.width, to.height);
}
