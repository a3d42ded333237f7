import type { Source } from "../composition/cast";
import { SoundMix } from "../composition/SoundMix";
import { framesOf, soundOf } from "../media/breakoutBox";
import type { About } from "./about";
import type { Encoding } from "./encoding";
import { RecorderWorker } from "./RecorderWorker";
import type { Take, TakeEvents } from "./take";

/** Composes, encodes and writes in a worker: a page that is busy, or out of sight, goes on recording. */
export class InWorker implements Take {
  readonly about: About;
  readonly #worker: RecorderWorker;
  readonly #sound: SoundMix;
  readonly #shown = new Map<Source, MediaStreamTrack | null>();

  static async begin(about: About, encoding: Encoding, events: TakeEvents): Promise<InWorker> {
    const take = new InWorker(about, events);
    try {
      const sound = soundOf(take.#sound.track);
      if (sound === null) throw new Error("no frames in this window");
      await take.#worker.begin({ do: "compose", about, encoding, sound }, [sound]);
      return take;
    } catch (error) {
      take.#sound.close();
      throw error;
    }
  }

  private constructor(about: About, events: TakeEvents) {
    this.about = about;
    this.#sound = new SoundMix();
    this.#worker = new RecorderWorker({
      written: events.written,
      failed: (why) => {
        this.#sound.close();
        events.failed(why);
      },
    });
  }

  show(source: Source, track: MediaStreamTrack | null): void {
    if ((this.#shown.get(source) ?? null) === track) return;
    this.#shown.set(source, track);
    const frames = track === null ? null : framesOf(track);
    this.#worker.order({ do: "show", source, frames }, frames === null ? [] : [frames]);
  }

  hear(source: Source, track: MediaStreamTrack | null): void {
    this.#sound.hear(source, track);
  }

  veil(veiled: boolean): void {
    this.#sound.silenceThem(veiled);
    this.#worker.order({ do: "veil", veiled });
  }

  async finish(): Promise<number | null> {
    try {
      return await this.#worker.finish({ do: "finish" });
    } finally {
      this.#sound.close();
    }
  }
}
