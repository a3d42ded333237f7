import { CoarsePainter } from "../veil/coarse/CoarsePainter";
import { isTheirs } from "./cast";
import type { Cast, Source } from "./cast";
import { FACE_CUT, FRAME, placeIn, roomsIn } from "./layout";
import type { Rectangle } from "./layout";
import type { Picture } from "./picture";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Behind the pictures, and in place of one that there is not: the page's ink (`--ink` in `ui/tokens.css`). */
const INK = "oklch(0.19 0.02 265)";
const EMPTY = "oklch(0.27 0.02 265)";

/** Draws the pictures of an encounter: faces beside each other, and smaller beside the screens that are shared. */
export class Composer {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  /** What there is of the other is light and colours alone. */
  veiled = false;
  readonly #context: Context;
  readonly #cast: Cast;
  readonly #softened = new Map<Source, { canvas: OffscreenCanvas; painter: CoarsePainter }>();

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas, cast: Cast) {
    canvas.width = FRAME.width;
    canvas.height = FRAME.height;
    const context = canvas.getContext("2d", { alpha: false });
    if (context === null) throw new Error("This browser has no canvas to paint on.");
    this.canvas = canvas;
    this.#context = context;
    this.#cast = cast;
  }

  paint(pictureOf: (source: Source) => Picture | null): void {
    const { faces } = this.#cast;
    const screens = this.#cast.screens.filter((screen) => pictureOf(screen) !== null);
    const rooms = roomsIn(FRAME, faces.length, screens.length);
    this.#fill(INK, { x: 0, y: 0, ...FRAME });
    screens.forEach((screen, index) =>
      this.#put(screen, pictureOf(screen), rooms.screens[index], 0),
    );
    faces.forEach((face, index) => this.#put(face, pictureOf(face), rooms.faces[index], FACE_CUT));
  }

  #put(source: Source, found: Picture | null, room: Rectangle | undefined, mostCut: number): void {
    if (room === undefined) return;
    if (found === null || found.size.width === 0) {
      this.#fill(EMPTY, room);
      return;
    }
    const { image, size } = this.veiled && isTheirs(source) ? this.#soften(source, found) : found;
    const { from, to } = placeIn(room, size, mostCut);
    const part = [from.x, from.y, from.width, from.height] as const;
    this.#context.drawImage(image, ...part, to.x, to.y, to.width, to.height);
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

  #fill(colour: string, { x, y, width, height }: Rectangle): void {
    this.#context.fillStyle = colour;
    this.#context.fillRect(x, y, width, height);
  }
}
