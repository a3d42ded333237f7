import type { InputRole } from "./devices";

/** Which devices to open: by role, the chosen one, or undefined for the system's. */
export type Wanted = Readonly<Partial<Record<InputRole, string | undefined>>>;

/**
 * Opens camera, microphone or both: one question to the person, however many. A device that was chosen once and is gone now
 * does not fail the call: another takes its place. Rejects as `getUserMedia` does.
 */
export async function capture(wanted: Wanted): Promise<MediaStream> {
  try {
    return await open(wanted, "exact");
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "OverconstrainedError") throw error;
    return open(wanted, "ideal");
  }
}

/** Whether the person has allowed this already, so that trying again asks nobody. */
export async function isGranted(role: InputRole): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: role })).state === "granted";
  } catch {
    return false; // Firefox does not answer for every name.
  }
}

/**
 * A choice has to be exact first: what is only ideal, a browser weighs against the size of the picture, and may prefer
 * another camera that has that size.
 */
function open(wanted: Wanted, how: "exact" | "ideal"): Promise<MediaStream> {
  const device = (id: string | undefined): MediaTrackConstraints =>
    id === undefined ? {} : { deviceId: { [how]: id } };
  return navigator.mediaDevices.getUserMedia({
    video: "camera" in wanted && { ...device(wanted.camera), ...picture(wanted.camera) },
    audio: "microphone" in wanted && { ...device(wanted.microphone), ...VOICE },
  });
}

const VOICE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Enough for a face that fills a window, and kind to an uplink that a stranger's picture has to share. */
function picture(id: string | undefined): MediaTrackConstraints {
  const facing: MediaTrackConstraints = id === undefined ? { facingMode: "user" } : {};
  return {
    ...facing,
    width: { ideal: 960 },
    height: { ideal: 540 },
    frameRate: { ideal: 30, max: 30 },
  };
}
