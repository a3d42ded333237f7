/** Loudness of one microphone, for a meter that moves as one speaks. */
export class LevelMeter {
  #context: AudioContext | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #analyser: AnalyserNode | null = null;
  #samples = new Float32Array(0);

  /** Listens to `track`, or to nothing. */
  listen(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#source = null;
    if (track === null) return;
    this.#context ??= new AudioContext();
    if (this.#analyser === null) {
      this.#analyser = this.#context.createAnalyser();
      this.#analyser.fftSize = 1024;
      this.#samples = new Float32Array(this.#analyser.fftSize);
    }
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
  }

  /** The loudness of this moment, 0 (silence) to 1 (as loud as it gets). */
  readonly read = (): number => {
    if (this.#analyser === null || this.#source === null) return 0;
    // Browsers keep an AudioContext asleep until the person has touched the page.
    if (this.#context?.state === "suspended") void this.#context.resume();
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return loudness(this.#samples);
  };

  close(): void {
    this.listen(null);
    void this.#context?.close();
    this.#context = this.#analyser = null;
  }
}

const FLOOR_DB = -60;

/** Root mean square of samples in [-1, 1], on a scale of decibels from -60 to 0, as 0 to 1: how an ear hears it. */
export function loudness(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}
