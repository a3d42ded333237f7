import { CoarsePainter } from "../veil/coarse/CoarsePainter";
import { FRAME, placeIn, roomsIn } from "./layout";
import type { Rectangle, Size } from "./layout";
import type { Who } from "./orders";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** One moment of somebody, to be drawn. */
export interface Picture {
  readonly image: CanvasImageSource;
  readonly size: Size;
}

/** Behind the pictures, and in place of one that there is not: the page's ink (`--ink` in `ui/tokens.css`). */
const INK = "oklch(0.19 0.02 265)";
const EMPTY = "oklch(0.27 0.02 265)";

/** Draws the pictures of a recording beside each other. */
export class Composer {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  /** The other's is light and colours alone. */
  veiled = false;
  readonly #context: Context;
  readonly #people: readonly Who[];
  readonly #rooms: readonly Rectangle[];
  readonly #coarse = new OffscreenCanvas(1, 1);
  readonly #painter = new CoarsePainter(this.#coarse);

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas, people: readonly Who[]) {
    canvas.width = FRAME.width;
    canvas.height = FRAME.height;
    const context = canvas.getContext("2d", { alpha: false }) as Context | null;
    if (context === null) throw new Error("This browser has no canvas to paint on.");
    this.canvas = canvas;
    this.#context = context;
    this.#people = people;
    this.#rooms = roomsIn(FRAME, people.length);
  }

  paint(pictureOf: (who: Who) => Picture | null): void {
    this.#context.fillStyle = INK;
    this.#context.fillRect(0, 0, FRAME.width, FRAME.height);
    this.#people.forEach((who, index) => {
      const room = this.#rooms[index];
      if (room === undefined) return;
      const picture = pictureOf(who);
      if (picture === null || picture.size.width === 0) this.#leaveEmpty(room);
      else this.#draw(who === "theirs" && this.veiled ? this.#soften(picture) : picture, room);
    });
  }

  #soften({ image, size }: Picture): Picture {
    this.#painter.paint(image, size);
    return { image: this.#coarse, size: this.#coarse };
  }

  #draw({ image, size }: Picture, room: Rectangle): void {
    const { from, to } = placeIn(room, size);
    const source = [from.x, from.y, from.width, from.height] as const;
    this.#context.drawImage(image, ...source, to.x, to.y, to.width, to.height);
  }

  #leaveEmpty({ x, y, width, height }: Rectangle): void {
    this.#context.fillStyle = EMPTY;
    this.#context.fillRect(x, y, width, height);
  }
}

/** Whose pictures stand in a recording, in the order in which they stand there. */
export function peopleIn(subject: "both" | "own"): readonly Who[] {
  return subject === "both" ? ["theirs", "own"] : ["own"];
}
