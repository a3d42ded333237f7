/** What the browser's recorder makes, as the service wants to be told. */
export interface MediaType {
  /** As `MediaRecorder` names it. */
  readonly mime: string;
  readonly container: "matroska" | "mp4";
  /** Everything but H.264 and AAC is encoded anew by the service. */
  readonly video: "h264" | "other";
  readonly audio: "aac" | "other";
}

/** From the one that costs least; fragments of MP4 come late, a group of pictures at a time. */
const TYPES: readonly MediaType[] = [
  { mime: "video/webm;codecs=h264,opus", container: "matroska", video: "h264", audio: "other" },
  { mime: "video/mp4;codecs=avc1.42001f,mp4a.40.2", container: "mp4", video: "h264", audio: "aac" },
  { mime: "video/mp4", container: "mp4", video: "h264", audio: "aac" },
  { mime: "video/webm;codecs=vp8,opus", container: "matroska", video: "other", audio: "other" },
];

/**
 * What to record; null where nothing that this browser records can be streamed.
 *
 * @param transcoding whether the service encodes pictures anew
 */
export function mediaTypeFor(
  isSupported: (mime: string) => boolean,
  transcoding: boolean,
): MediaType | null {
  const able = TYPES.filter(({ video }) => transcoding || video === "h264");
  return able.find(({ mime }) => isSupported(mime)) ?? null;
}
