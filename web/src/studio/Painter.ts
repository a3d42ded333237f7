import { FACE_CUT, FRAME, placeIn } from "../composition/layout";
import type { Picture } from "../composition/picture";
import type { Placed } from "./scene";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Behind the pictures: the page's ink (`--ink` in `ui/tokens.css`). */
const INK = "oklch(0.19 0.02 265)";

/** Draws a scene. */
export class Painter {
  readonly #context: Context;

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    canvas.width = FRAME.width;
    canvas.height = FRAME.height;
    const context = canvas.getContext("2d", { alpha: false });
    if (context === null) throw new Error("This browser has no canvas to paint on.");
    this.#context = context;
  }

  paint(scene: readonly Placed[], pictureOf: (input: string) => Picture | null): void {
    this.#context.fillStyle = INK;
    this.#context.fillRect(0, 0, FRAME.width, FRAME.height);
    for (const placed of scene) {
      const picture = pictureOf(placed.input);
      if (picture !== null && picture.size.width > 0) this.#draw(picture, placed);
    }
  }

  #draw({ image, size }: Picture, { room, whole }: Placed): void {
    const { from, to } = placeIn(room, size, whole ? 0 : FACE_CUT);
    const source = [from.x, from.y, from.width, from.height] as const;
    this.#context.drawImage(image, ...source, to.x, to.y, to.width, to.height);
  }
}
