import { draw } from "../../composition/canvas";
import type { Picture } from "../../composition/picture";
import { MASK_SIDE } from "./messages";
import type { Look, Mask } from "./messages";

/** What stands behind somebody. */
export type Behind = "blur" | ImageBitmap;

/** So few pixels wide is a picture in which nobody can read a book's back. */
const BLURRED_WIDTH = 24;

/**
 * Puts something else behind a person. Until it has been told who is a person, and where it cannot be, nothing of the
 * picture is seen but its colours.
 */
export class Backdrop {
  readonly #cutout: MessagePort;
  readonly #unable: () => void;
  readonly #behind: Behind;
  readonly #whole = brush(1, 1);
  readonly #blurred = brush(1, 1);
  readonly #look = brush(MASK_SIDE, MASK_SIDE, true);
  readonly #mask = brush(MASK_SIDE, MASK_SIDE);
  #looking = false;
  #known = false;

  /** @param cutout the way to `cutout.worker.ts` */
  constructor(behind: Behind, cutout: MessagePort, unable: () => void) {
    this.#behind = behind;
    this.#cutout = cutout;
    this.#unable = unable;
    cutout.onmessage = ({ data }: MessageEvent<Mask>) => this.#hear(data);
  }

  /** The picture with what stands behind the person in it. */
  paint({ image, size }: Picture): Picture {
    this.#ask(image);
    const { canvas } = this.#whole;
    fit(canvas, size.width, size.height);
    this.#whole.globalCompositeOperation = "copy";
    if (this.#known) {
      this.#whole.imageSmoothingQuality = "high";
      this.#whole.drawImage(this.#mask.canvas, 0, 0, size.width, size.height);
      this.#whole.globalCompositeOperation = "source-in";
      this.#whole.drawImage(image, 0, 0, size.width, size.height);
    } else this.#whole.clearRect(0, 0, size.width, size.height);
    this.#whole.globalCompositeOperation = "destination-over";
    this.#paintBehind({ image, size });
    return { image: canvas, size };
  }

  close(): void {
    this.#cutout.close();
    if (this.#behind !== "blur") this.#behind.close();
  }

  #paintBehind({ image, size }: Picture): void {
    if (this.#behind === "blur") {
      const height = Math.max(1, Math.round((BLURRED_WIDTH * size.height) / size.width));
      fit(this.#blurred.canvas, BLURRED_WIDTH, height);
      this.#blurred.imageSmoothingQuality = "high";
      this.#blurred.drawImage(image, 0, 0, BLURRED_WIDTH, height);
      this.#whole.drawImage(this.#blurred.canvas, 0, 0, size.width, size.height);
      return;
    }
    const picture = { image: this.#behind, size: this.#behind };
    draw(this.#whole, picture, { x: 0, y: 0, ...size }, 1);
  }

  /** One picture at a time: what comes meanwhile is not looked at. */
  #ask(image: CanvasImageSource): void {
    if (this.#looking) return;
    this.#looking = true;
    this.#look.drawImage(image, 0, 0, MASK_SIDE, MASK_SIDE);
    const pixels = this.#look.getImageData(0, 0, MASK_SIDE, MASK_SIDE).data.buffer;
    this.#cutout.postMessage({ pixels } satisfies Look, [pixels]);
  }

  #hear(mask: Mask): void {
    if (mask === "unable") {
      // Asked no more: what is seen stays blurred.
      this.#known = false;
      this.#unable();
      return;
    }
    this.#looking = false;
    const shares = new Uint8Array(mask.mask);
    const pixels = new ImageData(MASK_SIDE, MASK_SIDE);
    shares.forEach((share, pixel) => (pixels.data[pixel * 4 + 3] = share));
    this.#mask.putImageData(pixels, 0, 0);
    this.#known = true;
  }
}

function brush(width: number, height: number, read = false): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: read });
  if (context === null) throw new Error("This browser has no canvas to paint on.");
  return context;
}

function fit(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
