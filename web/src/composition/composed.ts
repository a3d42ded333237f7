import type { Source } from "./cast";

/** One picture and one sound of all that is in them. Which sources are may change at any time. */
export interface Composed {
  /** This picture from now on, or none. */
  show(source: Source, track: MediaStreamTrack | null): void;
  /** This sound from now on, or none. */
  hear(source: Source, track: MediaStreamTrack | null): void;
  /** From now on the other is light and colours alone, and silent; or themselves again. */
  veil(veiled: boolean): void;
}
