import { AudioSample, AudioSampleSource, CanvasSource } from "mediabunny";
import type { Output } from "mediabunny";
import { castOf } from "../composition/cast";
import type { Source } from "../composition/cast";
import { Composer } from "../composition/Composer";
import { NewestFrame } from "../composition/NewestFrame";
import { AUDIO_BITS, PACE_HZ, SAMPLE_RATE, VIDEO_BITS } from "../composition/rates";
import type { About } from "./about";
import { CODECS, KEY_FRAME_S } from "./encoding";
import type { Encoding } from "./encoding";
import { beginFilm } from "./film";
import type { SourcedFrame } from "./orders";
import { Soundtrack, Timeline } from "./Timeline";

const CHANNELS = 2;
/** Pieces of sound that may wait for the encoder; what comes when there are more is left out, and silence takes its place. */
const MOST_WAITING = 100;
/** When the picture for the list is taken, in seconds: by then everybody is in it. */
const THUMBNAIL_S = 1;

export interface ShootEvents {
  readonly append: (bytes: Uint8Array) => void;
  /** The composed picture of an early moment, once. */
  readonly thumbnail: (canvas: OffscreenCanvas) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Composes and encodes a recording in a worker, as it comes. Nothing in it queues without a bound: a frame that nobody
 * has drawn makes room for the next, a picture is left out while the one before is not encoded yet.
 */
export class Shoot {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #composer: Composer;
  readonly #events: ShootEvents;
  readonly #newest: Readonly<Record<Source, NewestFrame>> = {
    own: new NewestFrame(),
    theirs: new NewestFrame(),
    "own-screen": new NewestFrame(),
    "their-screen": new NewestFrame(),
  };
  readonly #timeline = new Timeline();
  readonly #soundtrack = new Soundtrack(SAMPLE_RATE);
  readonly #video: CanvasSource;
  readonly #audio: AudioSampleSource;
  #film: Output | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #listening: ReadableStreamDefaultReader<AudioData> | null = null;
  #port: MessagePort | null = null;
  #drawing = false;
  #waiting = 0;
  #pictured = false;
  #ended = false;
  /** Second of the newest picture. */
  #last = -1;

  constructor(
    { subject }: Pick<About, "subject">,
    { video, audio }: Encoding,
    events: ShootEvents,
  ) {
    this.#composer = new Composer(this.#canvas, castOf(subject));
    this.#events = events;
    this.#video = new CanvasSource(this.#canvas, {
      codec: video,
      fullCodecString: CODECS[video],
      bitrate: VIDEO_BITS,
      keyFrameInterval: KEY_FRAME_S,
      latencyMode: "realtime",
    });
    this.#audio = new AudioSampleSource({ codec: audio, bitrate: AUDIO_BITS });
  }

  /** @param sound a stream, or a port at which pieces of two channels arrive */
  async begin(sound: ReadableStream<AudioData> | MessagePort): Promise<void> {
    this.#film = await beginFilm(this.#video, this.#audio, this.#events.append);
    this.#timer = setInterval(() => this.#tick(), 1000 / PACE_HZ);
    if (sound instanceof MessagePort) {
      this.#port = sound;
      sound.onmessage = ({ data }: MessageEvent<Float32Array>) => this.#hear(data);
      return;
    }
    this.#listening = sound.getReader();
    this.#listen(this.#listening).catch(this.#events.failed);
  }

  show(source: Source, frames: ReadableStream<VideoFrame> | null): void {
    this.#newest[source].follow(frames);
  }

  /** Draws these from now on. */
  draw(frames: readonly SourcedFrame[]): void {
    for (const { source, frame } of frames) {
      if (this.#ended) frame.close();
      else this.#newest[source].take(frame);
    }
  }

  veil(veiled: boolean): void {
    this.#composer.veiled = veiled;
  }

  /** Everything that has come so far is encoded and written. */
  async finish(): Promise<void> {
    this.#stop();
    await this.#film?.finalize();
  }

  /** Lets go of everything, as after a failure. */
  async cancel(): Promise<void> {
    this.#stop();
    await this.#film?.cancel();
  }

  #stop(): void {
    this.#ended = true;
    clearInterval(this.#timer);
    void this.#listening?.cancel();
    this.#port?.close();
    for (const newest of Object.values(this.#newest)) newest.follow(null);
  }

  #tick(): void {
    const at = this.#timeline.advance(performance.now());
    this.#say(new Float32Array(this.#soundtrack.missing(at) * CHANNELS), at);
    if (this.#drawing || at <= this.#last) return;
    this.#last = at;
    this.#composer.paint((source) => this.#newest[source].picture);
    this.#drawing = true;
    this.#video
      .add(at, 1 / PACE_HZ)
      .then(() => (this.#drawing = false))
      .catch(this.#events.failed);
    if (at < THUMBNAIL_S || this.#pictured) return;
    this.#pictured = true;
    this.#events.thumbnail(this.#canvas);
  }

  async #listen(reader: ReadableStreamDefaultReader<AudioData>): Promise<void> {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      this.#hear(interleaved(value));
      value.close();
    }
  }

  #hear(data: Float32Array): void {
    if (this.#ended || this.#waiting >= MOST_WAITING) return;
    this.#say(data, this.#timeline.advance(performance.now()));
  }

  /** Adds a piece of sound where it belongs. */
  #say(data: Float32Array, at: number): void {
    const frames = data.length / CHANNELS;
    const timestamp = frames === 0 ? null : this.#soundtrack.place(frames, at);
    if (timestamp === null) return;
    const sample = new AudioSample({
      ...{ data, timestamp, format: "f32", numberOfChannels: CHANNELS, sampleRate: SAMPLE_RATE },
    });
    this.#waiting += 1;
    this.#audio
      .add(sample)
      .then(() => (this.#waiting -= 1))
      .catch(this.#events.failed)
      .finally(() => sample.close());
  }
}

/** Two channels, whatever has come. */
function interleaved(data: AudioData): Float32Array {
  const { numberOfFrames, numberOfChannels } = data;
  const both = new Float32Array(numberOfFrames * CHANNELS);
  const plane = new Float32Array(numberOfFrames);
  for (let channel = 0; channel < CHANNELS; channel++) {
    const planeIndex = Math.min(channel, numberOfChannels - 1);
    data.copyTo(plane, { planeIndex, format: "f32-planar" });
    plane.forEach((value, index) => (both[index * CHANNELS + channel] = value));
  }
  return both;
}
