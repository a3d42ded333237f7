import type { TrackVideo } from "../media/TrackVideo";
import type { Size } from "./layout";

/** One moment of somebody, or of what they share, to be drawn. */
export interface Picture {
  readonly image: CanvasImageSource;
  readonly size: Size;
}

/** What a video shows now; null where it shows nothing yet. */
export function pictureOn({ frame }: Pick<TrackVideo, "frame">): Picture | null {
  if (frame === null) return null;
  return { image: frame, size: { width: frame.videoWidth, height: frame.videoHeight } };
}
