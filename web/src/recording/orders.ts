import type { Source } from "../composition/cast";
import type { About } from "./about";
import type { Encoding } from "./encoding";

/** One picture of a source. */
export interface SourcedFrame {
  readonly source: Source;
  readonly frame: VideoFrame;
}

/** What a page says to the worker that writes one recording. */
export type RecorderOrder =
  /** Composes and encodes what the following orders hand over. */
  | {
      readonly do: "compose";
      readonly about: About;
      readonly encoding: Encoding;
      /** What is heard, as a stream, or as pieces of two channels that a worklet sends. */
      readonly sound: ReadableStream<AudioData> | MessagePort;
    }
  /** Keeps chunks that the browser's own recorder makes in the page. */
  | { readonly do: "keep"; readonly about: About }
  | { readonly do: "chunk"; readonly bytes: ArrayBuffer }
  | { readonly do: "thumbnail"; readonly bytes: ArrayBuffer }
  /** From now on this picture, or none. */
  | {
      readonly do: "show";
      readonly source: Source;
      readonly frames: ReadableStream<VideoFrame> | null;
    }
  /** The newest pictures; they are the worker's from here on. */
  | { readonly do: "draw"; readonly frames: readonly SourcedFrame[] }
  /** From now on theirs is light and colours alone, or itself again. */
  | { readonly do: "veil"; readonly veiled: boolean }
  | { readonly do: "finish" }
  /** Makes a whole file of what another visit has left behind. */
  | { readonly do: "seal"; readonly about: About };

/** What the worker says. */
export type RecorderWord =
  | { readonly said: "begun" }
  | { readonly said: "written"; readonly bytes: number }
  /** It has taken the newest pictures, and can be handed more. */
  | { readonly said: "drawn" }
  /** The last word: the recording is whole; null in place of its length when there is nothing in it. */
  | { readonly said: "finished"; readonly length: number | null }
  /** The last word: what was written until then is left as it is. */
  | { readonly said: "failed"; readonly why: Failure };

export type Failure = "no-room" | "disk" | "encoder";
