import { isTheirs } from "./cast";
import type { Source } from "./cast";
import { SAMPLE_RATE } from "./rates";
import tapUrl from "./tap.worklet.ts?worker&url";
import { unbrokenTrack } from "./unbrokenTrack";

/** The sound of an encounter as one track, without a gap even when nobody speaks or has a microphone. */
export class SoundMix {
  /** What is heard. */
  readonly track: MediaStreamTrack;
  readonly #context = new AudioContext({ sampleRate: SAMPLE_RATE });
  readonly #out = new GainNode(this.#context, {
    channelCount: 2,
    channelCountMode: "explicit",
  });
  readonly #heard = new Map<
    Source,
    { readonly track: MediaStreamTrack; readonly node: MediaStreamAudioSourceNode }
  >();
  #theySilent = false;

  constructor() {
    this.track = unbrokenTrack(this.#context, this.#out);
  }

  /** The same as pieces of two channels, one sample of each after the other, that arrive at this port. */
  async tap(): Promise<MessagePort> {
    await this.#context.audioWorklet.addModule(tapUrl);
    const tap = new AudioWorkletNode(this.#context, "tap", { numberOfOutputs: 0 });
    const { port1, port2 } = new MessageChannel();
    tap.port.postMessage(port1, [port1]);
    this.#out.connect(tap);
    return port2;
  }

  /** This sound from now on, or none. */
  hear(source: Source, track: MediaStreamTrack | null): void {
    const before = this.#heard.get(source);
    if ((before?.track ?? null) === track) return;
    before?.node.disconnect();
    this.#heard.delete(source);
    if (track === null) return;
    const node = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#heard.set(source, { track, node });
    if (!(this.#theySilent && isTheirs(source))) node.connect(this.#out);
  }

  /** Leaves the other's voice and their screen's sound out from now on, or lets them be heard again. */
  silenceThem(silent: boolean): void {
    if (silent === this.#theySilent) return;
    this.#theySilent = silent;
    for (const [source, { node }] of this.#heard) {
      if (!isTheirs(source)) continue;
      if (silent) node.disconnect();
      else node.connect(this.#out);
    }
  }

  close(): void {
    for (const { node } of this.#heard.values()) node.disconnect();
    this.#heard.clear();
    this.track.stop();
    void this.#context.close();
  }
}
