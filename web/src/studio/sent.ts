import type { MediaState } from "../media/LocalMedia";

/**
 * What this person sends: their own camera and voice, or what the studio makes of them in their place. A camera that is
 * switched off hides everything that could be seen, and a muted microphone everything that could be heard.
 */
export function sentMedia(
  media: MediaState,
  composed: MediaStreamTrack | null,
  mixed: MediaStreamTrack | null,
): MediaState {
  const camera =
    composed === null || media.cameraOff
      ? media.camera
      : ({ kind: "on", track: composed } as const);
  const microphone = mixed === null ? media.microphone : ({ kind: "on", track: mixed } as const);
  return { ...media, camera, microphone };
}
