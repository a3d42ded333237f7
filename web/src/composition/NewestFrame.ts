import type { Picture } from "./picture";

/** The newest frame of a track: those that nobody draws in time make room for the next. */
export class NewestFrame {
  #reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  #frame: VideoFrame | null = null;

  /** Follows this track instead of the one before, or none. */
  follow(frames: ReadableStream<VideoFrame> | null): void {
    // What a track held back when it was let go of is nobody's any more.
    this.#reader?.cancel().catch(() => undefined);
    this.#reader = frames?.getReader() ?? null;
    this.#keep(null);
    if (this.#reader !== null) void this.#read(this.#reader).catch(() => undefined);
  }

  /** Takes one that the page hands over. */
  take(frame: VideoFrame): void {
    this.#keep(frame);
  }

  get picture(): Picture | null {
    const frame = this.#frame;
    if (frame === null) return null;
    return { image: frame, size: { width: frame.displayWidth, height: frame.displayHeight } };
  }

  async #read(reader: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      if (reader === this.#reader) this.#keep(value);
      else value.close();
    }
  }

  #keep(frame: VideoFrame | null): void {
    this.#frame?.close();
    this.#frame = frame;
  }
}
