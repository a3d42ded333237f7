import { pictureOn } from "../composition/picture";
import type { Picture } from "../composition/picture";
import { Ticker } from "../media/Ticker";
import { TrackVideo } from "../media/TrackVideo";
import { Backdrop } from "./cutout/Backdrop";
import type { Behind } from "./cutout/Backdrop";
import { OWN } from "./inputs";
import type { InputId } from "./inputs";
import { Painter } from "./Painter";
import type { Placed } from "./scene";
import { PACE_HZ } from "./stage";
import type { Shown, Stage, StageEdges } from "./stage";

/** Composes on a canvas of the page, as every browser can; a worker gives the time, also to a page out of sight. */
export class StageOnPage implements Stage {
  readonly track: MediaStreamTrack;
  readonly ready: Promise<void>;
  readonly #painter: Painter;
  readonly #moving = new Map<InputId, TrackVideo>();
  readonly #still = new Map<InputId, ImageBitmap>();
  readonly #edges: StageEdges;
  #ticker: Ticker | null = null;
  #scene: readonly Placed[] = [];
  #backdrop: Backdrop | null = null;

  constructor(edges: StageEdges) {
    this.#edges = edges;
    const canvas = document.createElement("canvas");
    this.#painter = new Painter(canvas);
    const [track] = canvas.captureStream().getVideoTracks();
    if (track === undefined) throw new Error("This browser makes no picture of a canvas.");
    this.track = track;
    this.ready = new Promise((resolve) => {
      this.#ticker = new Ticker(PACE_HZ, () => {
        this.#painter.paint(this.#scene, (input) => {
          const picture = this.#pictureOf(input);
          return input === OWN && picture !== null
            ? (this.#backdrop?.paint(picture) ?? picture)
            : picture;
        });
        resolve();
      });
    });
  }

  show(input: InputId, shown: Shown | null): void {
    if (this.#still.get(input) !== shown) this.#still.get(input)?.close();
    this.#still.delete(input);
    if (shown instanceof ImageBitmap) this.#still.set(input, shown);
    const track = shown instanceof MediaStreamTrack ? shown : null;
    const video = this.#moving.get(input) ?? new TrackVideo();
    video.play(track);
    if (track === null) this.#moving.delete(input);
    else this.#moving.set(input, video);
  }

  arrange(scene: readonly Placed[]): void {
    this.#scene = scene;
  }

  putBehind(backdrop: { readonly behind: Behind; readonly cutout: MessagePort } | null): void {
    this.#backdrop?.close();
    this.#backdrop =
      backdrop === null
        ? null
        : new Backdrop(backdrop.behind, backdrop.cutout, () => this.#edges.blind());
  }

  close(): void {
    this.#backdrop?.close();
    this.#ticker?.stop();
    this.track.stop();
    for (const video of this.#moving.values()) video.play(null);
    for (const bitmap of this.#still.values()) bitmap.close();
  }

  #pictureOf(input: InputId): Picture | null {
    const bitmap = this.#still.get(input);
    if (bitmap !== undefined) return { image: bitmap, size: bitmap };
    const video = this.#moving.get(input);
    return video === undefined ? null : pictureOn(video);
  }
}
