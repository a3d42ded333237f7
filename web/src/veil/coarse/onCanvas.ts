import { Ticker } from "../../media/Ticker";
import { TrackVideo } from "../../media/TrackVideo";
import { Variable } from "../../signaling/observable";
import { CoarsePainter } from "./CoarsePainter";
import { PACE_HZ } from "./way";
import type { Progress, Way } from "./way";

/** Paints on a canvas of the page, as every browser can; a worker gives the time, also to a page out of sight. */
export class OnCanvas implements Way {
  readonly track = new Variable<MediaStreamTrack | null>(null);
  readonly progress = new Variable<Progress>("unpainted");
  readonly #painter: CoarsePainter;
  readonly #video = new TrackVideo();
  #ticker: Ticker | null = null;

  constructor() {
    const canvas = document.createElement("canvas");
    this.#painter = new CoarsePainter(canvas);
    this.track.set(canvas.captureStream().getVideoTracks()[0] ?? null);
  }

  draw(source: MediaStreamTrack | null): void {
    this.#ticker?.stop();
    this.#ticker = null;
    this.#video.play(source);
    this.progress.set("unpainted");
    if (source === null) return;
    this.#painter.reset();
    this.#ticker = new Ticker(PACE_HZ, () => this.#paint());
  }

  close(): void {
    this.draw(null);
    this.track.get()?.stop();
    this.track.set(null);
  }

  #paint(): void {
    const { frame } = this.#video;
    if (frame === null) return;
    this.#painter.paint(frame, { width: frame.videoWidth, height: frame.videoHeight });
    this.progress.set("painted");
  }
}
