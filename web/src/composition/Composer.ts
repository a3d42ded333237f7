import { CoarsePainter } from "../veil/coarse/CoarsePainter";
import { clear, draw, fill, frameOn } from "./canvas";
import type { Canvas, Context } from "./canvas";
import { isTheirs } from "./cast";
import type { Cast, Source } from "./cast";
import { FACE_CUT, FRAME, roomsIn } from "./layout";
import type { Rectangle } from "./layout";
import type { Picture } from "./picture";

/** In place of a picture that there is not. */
const EMPTY = "oklch(0.27 0.02 265)";

/** Draws the pictures of an encounter: faces beside each other, and smaller beside the screens that are shared. */
export class Composer {
  /** What there is of the other is light and colours alone. */
  veiled = false;
  readonly #context: Context;
  readonly #cast: Cast;
  readonly #softened = new Map<Source, { canvas: OffscreenCanvas; painter: CoarsePainter }>();

  constructor(canvas: Canvas, cast: Cast) {
    this.#context = frameOn(canvas);
    this.#cast = cast;
  }

  paint(pictureOf: (source: Source) => Picture | null): void {
    const { faces } = this.#cast;
    const screens = this.#cast.screens.filter((screen) => pictureOf(screen) !== null);
    const rooms = roomsIn(FRAME, faces.length, screens.length);
    clear(this.#context);
    screens.forEach((screen, index) =>
      this.#put(screen, pictureOf(screen), rooms.screens[index], 0),
    );
    faces.forEach((face, index) => this.#put(face, pictureOf(face), rooms.faces[index], FACE_CUT));
  }

  #put(source: Source, found: Picture | null, room: Rectangle | undefined, mostCut: number): void {
    if (room === undefined) return;
    if (found === null || found.size.width === 0) {
      fill(this.#context, room, EMPTY);
      return;
    }
    const picture = this.veiled && isTheirs(source) ? this.#soften(source, found) : found;
    draw(this.#context, picture, room, mostCut);
  }

  #soften(source: Source, { image, size }: Picture): Picture {
    let softened = this.#softened.get(source);
    if (softened === undefined) {
      const canvas = new OffscreenCanvas(1, 1);
      softened = { canvas, painter: new CoarsePainter(canvas) };
      this.#softened.set(source, softened);
    }
    softened.painter.paint(image, size);
    return { image: softened.canvas, size: softened.canvas };
  }
}
