import type { InputId } from "./inputs";

/** A second camera, or a capture card, which is one to a browser. Rejects as `getUserMedia` does. */
export async function openCamera(deviceId: string): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: {
      deviceId: { exact: deviceId },
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 60 },
    },
  });
  return only(stream.getVideoTracks());
}

/** An audio interface as it is: what makes a voice clear spoils an instrument. Rejects as `getUserMedia` does. */
export async function openLine(deviceId: string): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      deviceId: { exact: deviceId },
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      channelCount: { ideal: 2 },
      sampleRate: { ideal: 48_000 },
    },
  });
  const track = only(stream.getAudioTracks());
  track.contentHint = "music";
  return track;
}

/** A picture file. Rejects when this browser cannot read it. */
export function openStill(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file);
}

/** The other inputs' names of things, for as long as the page is open. */
export function newInputId(): InputId {
  return crypto.randomUUID();
}

function only(tracks: readonly MediaStreamTrack[]): MediaStreamTrack {
  const [track] = tracks;
  if (track === undefined) throw new Error("nothing was opened");
  return track;
}
