import { SAMPLE_RATE } from "./encoding";
import type { Who } from "./orders";

/** The voices of a recording as one track, without a gap even when nobody speaks or has a microphone. */
export class SoundMix {
  /** What is heard. */
  readonly track: MediaStreamTrack;
  readonly #context = new AudioContext({ sampleRate: SAMPLE_RATE });
  readonly #out: MediaStreamAudioDestinationNode;
  readonly #voices = new Map<Who, { track: MediaStreamTrack; node: MediaStreamAudioSourceNode }>();
  readonly #silenced = new Set<Who>();

  constructor() {
    this.#out = new MediaStreamAudioDestinationNode(this.#context, { channelCount: 2 });
    const [track] = this.#out.stream.getAudioTracks();
    if (track === undefined) throw new Error("This browser mixes no sound.");
    this.track = track;
    const silence = new ConstantSourceNode(this.#context, { offset: 0 });
    silence.connect(this.#out);
    silence.start();
    // Browsers keep it asleep until the person has touched the page; a press is what brings this about.
    void this.#context.resume();
  }

  /** This voice from now on, or none. */
  hear(who: Who, track: MediaStreamTrack | null): void {
    if (this.#voices.get(who)?.track === track) return;
    this.#voices.get(who)?.node.disconnect();
    this.#voices.delete(who);
    if (track === null) return;
    const node = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#voices.set(who, { track, node });
    if (!this.#silenced.has(who)) node.connect(this.#out);
  }

  /** Leaves this voice out from now on, or lets it be heard again. */
  silence(who: Who, silenced: boolean): void {
    if (silenced === this.#silenced.has(who)) return;
    if (silenced) this.#silenced.add(who);
    else this.#silenced.delete(who);
    const node = this.#voices.get(who)?.node;
    if (silenced) node?.disconnect();
    else node?.connect(this.#out);
  }

  close(): void {
    for (const { node } of this.#voices.values()) node.disconnect();
    this.#voices.clear();
    this.track.stop();
    void this.#context.close();
  }
}
