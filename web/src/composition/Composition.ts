import { Ticker } from "../media/Ticker";
import { TrackVideo } from "../media/TrackVideo";
import { castOf } from "./cast";
import type { Source } from "./cast";
import type { Composed } from "./composed";
import { Composer } from "./Composer";
import { pictureOn } from "./picture";
import { PACE_HZ } from "./rates";
import { SoundMix } from "./SoundMix";
import type { Subject } from "./subject";

/** Pictures and voices as one live stream, on a canvas of the page, for whatever records or sends it. */
export class Composition implements Composed {
  readonly stream: MediaStream;
  /** What is seen now. */
  readonly canvas = document.createElement("canvas");
  readonly #composer: Composer;
  readonly #sound = new SoundMix();
  readonly #videos: Readonly<Record<Source, TrackVideo>> = {
    own: new TrackVideo(),
    theirs: new TrackVideo(),
    "own-screen": new TrackVideo(),
    "their-screen": new TrackVideo(),
  };
  readonly #ticker: Ticker;

  constructor(subject: Subject) {
    this.#composer = new Composer(this.canvas, castOf(subject));
    this.#paint();
    const pictures = this.canvas.captureStream(PACE_HZ).getVideoTracks();
    this.stream = new MediaStream([...pictures, this.#sound.track]);
    this.#ticker = new Ticker(PACE_HZ, () => this.#paint());
  }

  show(source: Source, track: MediaStreamTrack | null): void {
    this.#videos[source].play(track);
  }

  hear(source: Source, track: MediaStreamTrack | null): void {
    this.#sound.hear(source, track);
  }

  veil(veiled: boolean): void {
    this.#sound.silenceThem(veiled);
    this.#composer.veiled = veiled;
    // A canvas of a page in the background may wait for its next turn.
    this.#paint();
  }

  close(): void {
    this.#ticker.stop();
    for (const track of this.stream.getTracks()) track.stop();
    for (const video of Object.values(this.#videos)) video.play(null);
    this.#sound.close();
  }

  #paint(): void {
    this.#composer.paint((source) => pictureOn(this.#videos[source]));
  }
}
