import { clear, draw, frameOn } from "../composition/canvas";
import type { Canvas, Context } from "../composition/canvas";
import { FACE_CUT } from "../composition/layout";
import type { Picture } from "../composition/picture";
import type { Placed } from "./scene";

/** Draws a scene. */
export class Painter {
  readonly #context: Context;

  constructor(canvas: Canvas) {
    this.#context = frameOn(canvas);
  }

  paint(scene: readonly Placed[], pictureOf: (input: string) => Picture | null): void {
    clear(this.#context);
    for (const { input, room, whole } of scene) {
      const picture = pictureOf(input);
      if (picture === null || picture.size.width === 0) continue;
      draw(this.#context, picture, room, whole ? 0 : FACE_CUT);
    }
  }
}
