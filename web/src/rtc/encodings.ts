import type { Slot } from "../media/slots";
import { RUNGS, TILE } from "./ladder";

/** What a sender is told to do with its one encoding (webrtc-pc §5.2). */
export interface Encoding {
  readonly active: boolean;
  readonly maxBitrate?: number;
  readonly maxFramerate?: number;
  readonly scaleResolutionDownBy?: number;
  /** Its share of a line that is too narrow for all (webrtc-priority). */
  readonly priority: RTCPriorityType;
  readonly degradationPreference?: RTCDegradationPreference;
}

/** Both sides of a picture, in pixels, as far as its track knows them. */
export interface Size {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * How a slot is to be sent.
 *
 * The ladder alone decides how large a face is, so a browser is asked to keep that size and to drop frames where it must
 * do something at once. (Left to itself, Chromium begins every call at a ninth of the picture and takes a quarter of a
 * minute to find out that the line is wide.) A screen keeps its size, because nobody reads half of a letter.
 *
 * @param rung    where the ladder stands, for a face
 * @param sharing whether a screen is being shared, beside which a face is but a tile
 * @param size    of the track
 */
export function encodingOf(slot: Slot, rung: number, sharing: boolean, size: Size): Encoding {
  switch (slot) {
    case "microphone":
      return { active: true, priority: "high" };
    case "screen-sound":
      return { active: true, maxBitrate: 128_000, priority: "medium" };
    case "screen":
      return {
        active: true,
        maxBitrate: 2_000_000,
        maxFramerate: 30,
        priority: "medium",
        degradationPreference: "maintain-resolution",
      };
    case "camera":
      return face(sharing ? Math.max(rung, TILE) : rung, size);
    default:
      return slot satisfies never;
  }
}

function face(rung: number, { width, height }: Size): Encoding {
  const step = RUNGS[rung];
  // Sound only. The picture is held back here and not at its source: the camera's own light goes on.
  if (step === undefined) return { active: false, priority: "low" };
  const side = Math.min(width ?? step.side, height ?? step.side);
  return {
    active: true,
    maxBitrate: step.bitrate,
    maxFramerate: step.framesPerSecond,
    scaleResolutionDownBy: Math.max(1, side / step.side),
    priority: "low",
    degradationPreference: "maintain-resolution",
  };
}

/** What a sender has been given, changed to what is wanted; null when its browser has no encoding to change yet. */
export function applied(
  given: RTCRtpSendParameters,
  wanted: Encoding,
): RTCRtpSendParameters | null {
  const [encoding, ...others] = given.encodings;
  if (encoding === undefined) return null;
  const { degradationPreference, ...members } = wanted;
  return {
    ...given,
    ...(degradationPreference === undefined ? {} : { degradationPreference }),
    encodings: [{ ...encoding, ...members }, ...others],
  };
}
