/** More than this share of a picture is not cut away to fill a window. */
const MOST_CUT = 0.42;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a picture should fill its frame, losing some of its edge, or be shown whole. */
export function fitOf(picture: Size, frame: Size): "cover" | "contain" {
  if (picture.width <= 0 || picture.height <= 0 || frame.width <= 0 || frame.height <= 0)
    return "cover";
  const theirs = picture.width / picture.height;
  const ours = frame.width / frame.height;
  const cut = 1 - Math.min(theirs, ours) / Math.max(theirs, ours);
  // A phone held upright shows a face out of a wide picture well enough; the other way round cuts off heads.
  const most = theirs > ours ? 0.75 : MOST_CUT;
  return cut > most ? "contain" : "cover";
}
