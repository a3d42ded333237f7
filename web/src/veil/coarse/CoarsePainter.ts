/**
 * What is left of a picture's longer side, in pixels: the light and the colours of a room, and no face in it. People
 * recognise somebody they know well in a blurred face seven pixels wide (Sinha et al., "Face Recognition by Humans", 2006);
 * one that fills a wide picture from top to bottom has about six here.
 */
export const COARSE_SIDE = 16;
/** The longer side of what is sent: enough for an encoder to keep it smooth. */
export const SENT_SIDE = 320;

/** How much a new frame counts against those before; what moves leaves a soft trail, and what flickers is lost. */
const BLEND = 0.4;
/** Halvings between what is sent and what is left. */
const STEPS = 4;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size with this longer side that looks most like the given one. */
export function sizeOf({ width, height }: Size, side: number): Size {
  const scale = side / Math.max(width, height);
  const fit = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: fit(width), height: fit(height) };
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws pictures so coarse that nobody can be recognised, and soft enough to look at.
 *
 * Every pixel of the source counts into the {@link COARSE_SIDE} that are left: the picture is halved step by step, each
 * new pixel being the mean of four. (Drawn in one step, a browser may pick single pixels out of the source; many frames
 * of someone who moves a little would then add up to their face.) The way back up is as gradual, so that no edges show.
 */
export class CoarsePainter {
  readonly #out: Context;
  /** From just above {@link COARSE_SIDE} to just below {@link SENT_SIDE}. */
  readonly #between: readonly OffscreenCanvasRenderingContext2D[];
  readonly #coarse: OffscreenCanvasRenderingContext2D;
  #size: Size = { width: 0, height: 0 };
  #fresh = true;

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.#out = contextOf(canvas);
    this.#coarse = contextOf(new OffscreenCanvas(1, 1));
    this.#between = Array.from({ length: STEPS }, () => contextOf(new OffscreenCanvas(1, 1)));
  }

  /** Forgets what was painted before. */
  reset(): void {
    this.#fresh = true;
  }

  paint(source: CanvasImageSource, size: Size): void {
    this.#fit(size);
    let from = source;
    for (const context of this.#between.toReversed()) from = draw(context, from);
    this.#coarse.globalAlpha = this.#fresh ? 1 : BLEND;
    this.#fresh = false;
    from = draw(this.#coarse, from);
    for (const context of this.#between.slice(0, -1)) from = draw(context, from);
    draw(this.#out, from);
  }

  #fit(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = { width: size.width, height: size.height };
    const coarse = sizeOf(size, COARSE_SIDE);
    resize(this.#coarse, coarse);
    this.#between.forEach((context, index) => {
      const factor = 2 ** (index + 1);
      resize(context, { width: coarse.width * factor, height: coarse.height * factor });
    });
    resize(this.#out, sizeOf(size, SENT_SIDE));
    this.#fresh = true;
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D;
function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas): Context;
function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas): Context {
  // As one of the two: what the types find in common depends on the order in which they have met them.
  const context = (canvas as OffscreenCanvas).getContext("2d", { alpha: false });
  if (context === null) throw new Error("This browser has no canvas to paint on.");
  return context;
}

function resize(context: Context, { width, height }: Size): void {
  context.canvas.width = width;
  context.canvas.height = height;
}

function draw<C extends Context>(context: C, from: CanvasImageSource): C["canvas"] {
  const { canvas } = context;
  context.imageSmoothingQuality = "high";
  context.drawImage(from, 0, 0, canvas.width, canvas.height);
  return canvas;
}
