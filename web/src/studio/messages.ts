import type { Behind } from "./cutout/Backdrop";
import type { InputId } from "./inputs";
import type { Placed } from "./scene";

/** What a page says to the worker that composes. */
export type StageOrder =
  /** Where composed frames go. */
  | { readonly do: "begin"; readonly into: WritableStream<VideoFrame> }
  | {
      readonly do: "show";
      readonly input: InputId;
      readonly shown: ReadableStream<VideoFrame> | ImageBitmap | null;
    }
  | { readonly do: "arrange"; readonly scene: readonly Placed[] }
  | {
      readonly do: "backdrop";
      readonly backdrop: { readonly behind: Behind; readonly cutout: MessagePort } | null;
    };

/** What the worker says. */
export type StageWord = "composed" | "unable" | "blind";
