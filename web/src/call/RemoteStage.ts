import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { Loudness } from "./Volume";

/** Wide enough to keep the light and the colours, far too coarse to keep a face. */
const AFTERGLOW_WIDTH = 12;

/** What the stage needs of the element that plays the other: their picture and their voice. */
export interface Stage {
  /** The element's `srcObject` follows the encounter; null takes it away. Returns the way to detach. */
  attach(element: HTMLVideoElement): () => void;
  /** Plays `stream`; `onFrame` is told of the first picture that is really shown. */
  show(stream: MediaStream, onFrame?: () => void): void;
  /** Empties the element. With `glow` a coarse trace of the last picture stays, to ask *again?* over. */
  clear(glow: boolean): void;
  setSpeaker(id: string | undefined): void;
  /** The coarse trace of the last picture, or null. */
  readonly afterglow: Observable<HTMLCanvasElement | null>;
  /** The browser plays no sound before the person has touched the page. */
  readonly needsTouch: Observable<boolean>;
  /** Plays after a touch. */
  touch(): void;
}

/** Owns an element that plays the other, so that media stops when the call says so and not when a view gets round to it. */
export class RemoteStage implements Stage {
  readonly afterglow: Observable<HTMLCanvasElement | null>;
  readonly needsTouch: Observable<boolean>;
  readonly #afterglow = new Variable<HTMLCanvasElement | null>(null);
  readonly #needsTouch = new Variable(false);
  #element: HTMLVideoElement | null = null;
  #stream: MediaStream | null = null;
  #onFrame: () => void = () => undefined;
  #speaker: string | undefined;
  readonly #loudness: Observable<Loudness>;

  constructor(loudness: Observable<Loudness>) {
    this.afterglow = this.#afterglow;
    this.needsTouch = this.#needsTouch;
    this.#loudness = loudness;
    loudness.subscribe(() => this.#sound());
  }

  attach(element: HTMLVideoElement): () => void {
    this.#element = element;
    this.#sound();
    this.#apply();
    return () => {
      element.srcObject = null;
      if (this.#element === element) this.#element = null;
    };
  }

  show(stream: MediaStream, onFrame: () => void = () => undefined): void {
    this.#stream = stream;
    this.#onFrame = onFrame;
    this.#afterglow.set(null);
    this.#apply();
  }

  clear(glow: boolean): void {
    this.#afterglow.set(glow ? trace(this.#element) : null);
    this.#stream = null;
    this.#needsTouch.set(false);
    this.#apply();
  }

  setSpeaker(id: string | undefined): void {
    this.#speaker = id;
    this.#route();
  }

  touch(): void {
    this.#play();
  }

  #apply(): void {
    const element = this.#element;
    if (element === null || element.srcObject === this.#stream) return;
    element.srcObject = this.#stream;
    if (this.#stream === null) return;
    this.#awaitFrame(element, this.#stream);
    this.#route();
    this.#play();
  }

  /** The quickest sign of a decoded frame there is; where it is missing, the peer's statistics tell a little later. */
  #awaitFrame(element: HTMLVideoElement, stream: MediaStream): void {
    if (!("requestVideoFrameCallback" in element)) return;
    element.requestVideoFrameCallback(() => {
      if (this.#stream === stream) this.#onFrame();
    });
  }

  #play(): void {
    this.#element?.play().then(
      () => this.#needsTouch.set(false),
      (error: unknown) => {
        const refused = error instanceof DOMException && error.name === "NotAllowedError";
        if (refused) this.#needsTouch.set(true);
      },
    );
  }

  #sound(): void {
    const element = this.#element;
    if (element === null) return;
    const { level, silent } = this.#loudness.get();
    element.volume = level;
    // Where a page cannot set a volume (iOS), none at all is still possible.
    element.muted = silent || level === 0;
  }

  #route(): void {
    const element = this.#element;
    // Not every browser lets a page choose the speaker; then the system's one it is.
    if (element === null || this.#speaker === undefined || !("setSinkId" in element)) return;
    element.setSinkId(this.#speaker).catch(() => undefined);
  }
}

function trace(element: HTMLVideoElement | null): HTMLCanvasElement | null {
  if (element === null || element.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = AFTERGLOW_WIDTH;
  canvas.height = Math.max(
    1,
    Math.round((AFTERGLOW_WIDTH * element.videoHeight) / element.videoWidth),
  );
  canvas.getContext("2d")?.drawImage(element, 0, 0, canvas.width, canvas.height);
  return canvas;
}
