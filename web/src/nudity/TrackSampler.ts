import { TrackVideo } from "../media/TrackVideo";
import { LOOK_SIDE } from "./messages";

/** What a watch needs to get at pixels. */
export interface Sampler {
  /** Samples this track from now on, or none. */
  play(track: MediaStreamTrack | null): void;
  /** The newest picture as a square of `LOOK_SIDE`; null while there is none. */
  grab(): ImageData | null;
}

/** Pixels of a track. It plays a clone, so that hiding the track from the person does not hide it from the check. */
export class TrackSampler implements Sampler {
  readonly #video = new TrackVideo();
  #clone: MediaStreamTrack | null = null;
  #context: OffscreenCanvasRenderingContext2D | null = null;

  play(track: MediaStreamTrack | null): void {
    this.#clone?.stop();
    this.#clone = track?.clone() ?? null;
    this.#video.play(this.#clone);
  }

  grab(): ImageData | null {
    const { frame } = this.#video;
    if (frame === null) return null;
    this.#context ??= new OffscreenCanvas(LOOK_SIDE, LOOK_SIDE).getContext("2d", {
      willReadFrequently: true,
    });
    if (this.#context === null) return null;
    this.#context.imageSmoothingQuality = "high";
    this.#context.drawImage(frame, 0, 0, LOOK_SIDE, LOOK_SIDE);
    return this.#context.getImageData(0, 0, LOOK_SIDE, LOOK_SIDE);
  }
}
