/** The newest frame of a track, to be drawn: a video element that stands in no document, as every browser has it. */
export class TrackVideo {
  readonly #video: HTMLVideoElement;
  #track: MediaStreamTrack | null = null;

  constructor() {
    this.#video = document.createElement("video");
    this.#video.muted = true;
    this.#video.playsInline = true;
  }

  /** Plays this track instead of the one before, or none. */
  play(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#video.srcObject = track === null ? null : new MediaStream([track]);
    // A play() that the next srcObject interrupts is no fault.
    if (track !== null) this.#video.play().catch(() => undefined);
  }

  /** The element, once it has a frame to draw. */
  get frame(): HTMLVideoElement | null {
    const drawable = this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    return drawable && this.#video.videoWidth > 0 ? this.#video : null;
  }
}
