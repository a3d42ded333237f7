import { unbrokenTrack } from "../composition/unbrokenTrack";
import { loudness } from "../media/LevelMeter";
import type { InputId } from "./inputs";

interface Strip {
  readonly track: MediaStreamTrack;
  readonly source: MediaStreamAudioSourceNode;
  readonly gain: GainNode;
  readonly meter: AnalyserNode;
}

/** Louder or softer without a click, in seconds. */
const GLIDE = 0.02;
const METER_SAMPLES = 1024;

/** Mixes sounds into one, each as loud as somebody wants it, and tells how loud each is. */
export class SoundDesk {
  /** What is heard; it does not break off when nothing is. */
  readonly track: MediaStreamTrack;
  readonly #context = new AudioContext({ latencyHint: "interactive" });
  readonly #out = new GainNode(this.#context);
  readonly #strips = new Map<InputId, Strip>();
  readonly #samples = new Float32Array(METER_SAMPLES);

  constructor() {
    this.track = unbrokenTrack(this.#context, this.#out);
  }

  /** This sound from now on, or none. */
  hear(input: InputId, track: MediaStreamTrack | null, gain: number): void {
    const before = this.#strips.get(input);
    if (before !== undefined && before.track === track) {
      before.gain.gain.setTargetAtTime(gain, this.#context.currentTime, GLIDE);
      return;
    }
    before?.source.disconnect();
    before?.gain.disconnect();
    this.#strips.delete(input);
    if (track === null) return;
    const strip: Strip = {
      track,
      source: this.#context.createMediaStreamSource(new MediaStream([track])),
      gain: new GainNode(this.#context, { gain }),
      meter: new AnalyserNode(this.#context, { fftSize: METER_SAMPLES }),
    };
    strip.source.connect(strip.gain).connect(this.#out);
    // Behind the gain: what is seen is what is heard.
    strip.gain.connect(strip.meter);
    this.#strips.set(input, strip);
  }

  /** How loud an input is at this moment, 0 (silence) to 1 (as loud as it gets). */
  levelOf(input: InputId): number {
    const strip = this.#strips.get(input);
    if (strip === undefined) return 0;
    if (this.#context.state === "suspended") void this.#context.resume();
    strip.meter.getFloatTimeDomainData(this.#samples);
    return loudness(this.#samples);
  }

  close(): void {
    this.#strips.clear();
    this.track.stop();
    void this.#context.close();
  }
}
