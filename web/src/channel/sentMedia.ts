import type { Limit } from "../statistics/indicator";
import type { Body } from "./Control";

/** The control channel's topic for {@link SentMedia}. */
export const MEDIA_TOPIC = "media";

/** Which of their own media someone is sending now, so that a dark picture is not taken for a broken one. */
export interface SentMedia {
  readonly camera: boolean;
  readonly microphone: boolean;
  /** They are sharing their screen. */
  readonly screen: boolean;
  /** Their camera is on, but their line or device does not carry a picture now. */
  readonly resting: boolean;
  /** What keeps their picture smaller than it could be. */
  readonly limit: Limit;
}

/** Reads what the other page says; null when it is not that. What a page does not say is taken to be fine. */
export function readSentMedia(body: Body): SentMedia | null {
  const { camera, microphone, screen, resting, limit } = body;
  if (typeof camera !== "boolean" || typeof microphone !== "boolean") return null;
  return {
    camera,
    microphone,
    screen: screen === true,
    resting: resting === true,
    limit: limit === "bandwidth" || limit === "cpu" ? limit : null,
  };
}

export function isSameMedia(one: SentMedia, other: SentMedia): boolean {
  return (
    one.camera === other.camera &&
    one.microphone === other.microphone &&
    one.screen === other.screen &&
    one.resting === other.resting &&
    one.limit === other.limit
  );
}
