import { SOURCES } from "../composition/cast";
import type { Source } from "../composition/cast";
import { PACE_HZ } from "../composition/rates";
import { SoundMix } from "../composition/SoundMix";
import { Ticker } from "../media/Ticker";
import { TrackVideo } from "../media/TrackVideo";
import type { About } from "./about";
import type { Encoding } from "./encoding";
import { RecorderWorker } from "./RecorderWorker";
import type { Take, TakeEvents } from "./take";

/** Whether this browser encodes in a worker what its page hands over. */
export function encodesInWorker(): boolean {
  return (
    "VideoEncoder" in globalThis && "AudioEncoder" in globalThis && "AudioWorkletNode" in globalThis
  );
}

/**
 * Composes, encodes and writes in a worker, where windows get no frames of a track: the page hands over the newest picture
 * of each, and a worklet the sound.
 */
export class FedWorker implements Take {
  readonly about: About;
  readonly #worker: RecorderWorker;
  readonly #sound = new SoundMix();
  readonly #videos = new Map<Source, TrackVideo>(
    SOURCES.map((source) => [source, new TrackVideo()]),
  );
  readonly #shown = new Map<Source, MediaStreamTrack | null>();
  #ticker: Ticker | null = null;
  /** The worker has drawn what it was handed last: no more than that ever waits for it. */
  #ready = true;

  static async begin(about: About, encoding: Encoding, events: TakeEvents): Promise<FedWorker> {
    const take = new FedWorker(about, events);
    try {
      const sound = await take.#sound.tap();
      await take.#worker.begin({ do: "compose", about, encoding, sound }, [sound]);
      take.#ticker = new Ticker(PACE_HZ, () => take.#handOver());
      return take;
    } catch (error) {
      take.#leave();
      throw error;
    }
  }

  private constructor(about: About, events: TakeEvents) {
    this.about = about;
    this.#worker = new RecorderWorker({
      written: events.written,
      drawn: () => (this.#ready = true),
      failed: (why) => {
        this.#leave();
        events.failed(why);
      },
    });
  }

  show(source: Source, track: MediaStreamTrack | null): void {
    if ((this.#shown.get(source) ?? null) === track) return;
    this.#shown.set(source, track);
    this.#videos.get(source)?.play(track);
    // Nothing is left of the one before.
    this.#worker.order({ do: "show", source, frames: null });
  }

  hear(source: Source, track: MediaStreamTrack | null): void {
    this.#sound.hear(source, track);
  }

  veil(veiled: boolean): void {
    this.#sound.silenceThem(veiled);
    this.#worker.order({ do: "veil", veiled });
  }

  async finish(): Promise<number | null> {
    this.#ticker?.stop();
    try {
      return await this.#worker.finish({ do: "finish" });
    } finally {
      this.#leave();
    }
  }

  #handOver(): void {
    if (!this.#ready) return;
    const frames = [...this.#shown].flatMap(([source, track]) => {
      const video = track === null ? null : (this.#videos.get(source)?.frame ?? null);
      const frame = video === null ? null : frameOf(video);
      return frame === null ? [] : [{ source, frame }];
    });
    if (frames.length === 0) return;
    this.#ready = false;
    this.#worker.order(
      { do: "draw", frames },
      frames.map(({ frame }) => frame),
    );
  }

  #leave(): void {
    this.#ticker?.stop();
    for (const video of this.#videos.values()) video.play(null);
    this.#sound.close();
  }
}

/** What a video shows; null in the moments in which it cannot be taken. */
function frameOf(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video, { timestamp: Math.round(performance.now() * 1000) });
  } catch {
    return null;
  }
}
