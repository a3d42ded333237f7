import type { Observable } from "../../signaling/observable";

/** Pictures a second. */
export const PACE_HZ = 15;

/** One way to make a coarse picture out of a camera's. */
export interface Way {
  /** The coarse picture, the same for every source; null until there is one. */
  readonly track: Observable<MediaStreamTrack | null>;
  readonly progress: Observable<Progress>;
  /** Paints this track from now on, or rests. */
  draw(source: MediaStreamTrack | null): void;
  close(): void;
}

/** `unable`: this browser does not go this way. */
export type Progress = "unpainted" | "painted" | "unable";
