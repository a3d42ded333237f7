import type { Body } from "./Control";

/** The control channel's topic for {@link SentMedia}. */
export const MEDIA_TOPIC = "media";

/** Which of their own media someone is sending now, so that a dark picture is not taken for a broken one. */
export interface SentMedia {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** Reads what the other page says; null when it is not that. */
export function readSentMedia({ camera, microphone }: Body): SentMedia | null {
  return typeof camera === "boolean" && typeof microphone === "boolean"
    ? { camera, microphone }
    : null;
}
