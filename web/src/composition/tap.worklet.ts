/** So many frames of sound it hands on at once: some 20 milliseconds. */
const TAP_FRAMES = 1024;

/** The worklet's own side of `AudioWorkletGlobalScope` (Web Audio §1.32), which the types for pages do not know. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Hands what it hears on to a port that it is given: two channels, one sample of each after the other. */
class Tap extends AudioWorkletProcessor {
  #to: MessagePort | null = null;
  #gathered = new Float32Array(2 * TAP_FRAMES);
  #filled = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => (this.#to = data);
  }

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const left = input?.[0];
    // Nothing is connected, or silent: whoever listens fills the gap.
    if (left === undefined) return true;
    const right = input?.[1] ?? left;
    for (let index = 0; index < left.length; index++) {
      this.#gathered[this.#filled++] = left[index] ?? 0;
      this.#gathered[this.#filled++] = right[index] ?? 0;
      if (this.#filled === this.#gathered.length) this.#send();
    }
    return true;
  }

  #send(): void {
    const full = this.#gathered;
    this.#gathered = new Float32Array(full.length);
    this.#filled = 0;
    this.#to?.postMessage(full, [full.buffer]);
  }
}

registerProcessor("tap", Tap);
