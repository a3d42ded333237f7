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
  close(): void;
}

/** @param failed called when the stage cannot go on; it is closed then */
export type BuildStage = (failed: () => void) => Stage;
