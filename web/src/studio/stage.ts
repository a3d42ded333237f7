import type { Behind } from "./cutout/Backdrop";
import type { InputId } from "./inputs";
import type { Placed } from "./scene";

/** Pictures a second, where there is something new to show. */
export const PACE_HZ = 30;
/** A scene that stands still must not look like a line that is cut: it is shown again this often, in milliseconds. */
export const REPEAT_MS = 500;

/** What an input shows: a live picture, or one that stands still. */
export type Shown = MediaStreamTrack | ImageBitmap;

/** Composes inputs into one picture. */
export interface Stage {
  /** The composed picture. */
  readonly track: MediaStreamTrack;
  /** Resolves when the first picture has been composed. */
  readonly ready: Promise<void>;
  /** This from now on, or nothing. A track stays its owner's; a bitmap becomes the stage's. */
  show(input: InputId, shown: Shown | null): void;
  /** Everything at these places from the next picture on. */
  arrange(scene: readonly Placed[]): void;
  /**
   * Puts this behind the person in their own picture, or leaves what is there.
   *
   * @param cutout the way to whoever tells people from the rest (`cutout/cutout.worker.ts`)
   */
  putBehind(backdrop: { readonly behind: Behind; readonly cutout: MessagePort } | null): void;
  close(): void;
}

export interface StageEdges {
  /** The stage cannot go on; it is closed. */
  readonly failed: () => void;
  /** Nobody can be told from what is behind them: their whole picture is blurred. */
  readonly blind: () => void;
}
