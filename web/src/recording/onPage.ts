import type { Source } from "../composition/cast";
import { Composition } from "../composition/Composition";
import { AUDIO_BITS, VIDEO_BITS } from "../composition/rates";
import type { About, Container } from "./about";
import { RecorderWorker } from "./RecorderWorker";
import type { Take, TakeEvents } from "./take";

/** The browser's recorder hands over what it has this often, in milliseconds. */
const CHUNK_MS = 500;
const THUMBNAIL_MS = 1_000;
const THUMBNAIL = { width: 320, height: 180 } as const;

/** As `MediaRecorder` names them, from the best to the surest. */
const TYPES: Readonly<Record<Container, readonly string[]>> = {
  mp4: ["video/mp4;codecs=avc1.42001f,mp4a.40.2", "video/mp4;codecs=avc1.42001f,opus", "video/mp4"],
  webm: ["video/webm;codecs=vp8,opus", "video/webm"],
};

/** What the browser's own recorder would make such a file of; null where it cannot. */
export function typeFor(container: Container): string | null {
  if (!("MediaRecorder" in globalThis)) return null;
  return TYPES[container].find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** Composes on a canvas of the page and lets the browser record it, as every browser can; a worker writes, and gives the time. */
export class OnPage implements Take {
  readonly about: About;
  readonly #worker: RecorderWorker;
  readonly #composition: Composition;
  readonly #recorder: MediaRecorder;
  readonly #events: TakeEvents;
  /** Chunks are handed on in the order in which they came. */
  #last: Promise<void> = Promise.resolve();

  static async begin(about: About, type: string, events: TakeEvents): Promise<OnPage> {
    const take = new OnPage(about, type, events);
    try {
      await take.#worker.begin({ do: "keep", about });
    } catch (error) {
      take.#leave();
      throw error;
    }
    take.#recorder.start(CHUNK_MS);
    setTimeout(() => void take.#keepThumbnail(), THUMBNAIL_MS);
    return take;
  }

  private constructor(about: About, type: string, events: TakeEvents) {
    this.about = about;
    this.#events = events;
    this.#composition = new Composition(about.subject);
    this.#worker = new RecorderWorker({
      written: events.written,
      failed: (why) => this.#fail(why),
    });
    this.#recorder = new MediaRecorder(this.#composition.stream, {
      ...{ mimeType: type, videoBitsPerSecond: VIDEO_BITS, audioBitsPerSecond: AUDIO_BITS },
    });
    this.#recorder.ondataavailable = ({ data }) => this.#keep(data);
    this.#recorder.onerror = () => this.#fail("encoder");
  }

  show(source: Source, track: MediaStreamTrack | null): void {
    this.#composition.show(source, track);
  }

  hear(source: Source, track: MediaStreamTrack | null): void {
    this.#composition.hear(source, track);
  }

  veil(veiled: boolean): void {
    this.#composition.veil(veiled);
  }

  async finish(): Promise<number | null> {
    await new Promise<void>((resolve) => {
      if (this.#recorder.state === "inactive") resolve();
      this.#recorder.onstop = () => resolve();
      if (this.#recorder.state !== "inactive") this.#recorder.stop();
    });
    await this.#last;
    this.#leave();
    return this.#worker.finish({ do: "finish" });
  }

  #keep(chunk: Blob): void {
    if (chunk.size === 0) return;
    this.#last = this.#last
      .then(async () => {
        const bytes = await chunk.arrayBuffer();
        this.#worker.order({ do: "chunk", bytes }, [bytes]);
      })
      .catch(() => this.#fail("encoder"));
  }

  async #keepThumbnail(): Promise<void> {
    const small = document.createElement("canvas");
    Object.assign(small, THUMBNAIL);
    const { canvas } = this.#composition;
    small.getContext("2d")?.drawImage(canvas, 0, 0, THUMBNAIL.width, THUMBNAIL.height);
    const picture = await new Promise<Blob | null>((resolve) =>
      small.toBlob(resolve, "image/jpeg", 0.8),
    );
    const bytes = await picture?.arrayBuffer();
    if (bytes !== undefined) this.#worker.order({ do: "thumbnail", bytes }, [bytes]);
  }

  #fail(why: Parameters<TakeEvents["failed"]>[0]): void {
    this.#leave();
    this.#events.failed(why);
  }

  #leave(): void {
    this.#recorder.ondataavailable = this.#recorder.onerror = null;
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    this.#composition.close();
  }
}
