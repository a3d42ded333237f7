import type { InputRole } from "./devices";

/** Opens camera, microphone or both: one question to the person, however many. Rejects as `getUserMedia` does. */
export function capture(
  video: MediaTrackConstraints | false,
  audio: MediaTrackConstraints | false,
): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video, audio });
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
 * What is wished of a device.
 *
 * @param id the chosen one; undefined for the system's
 */
export function constraintsFor(role: InputRole, id: string | undefined): MediaTrackConstraints {
  // A wish, not a demand: a device that was chosen once and is gone now must not fail the call.
  const device: MediaTrackConstraints = id === undefined ? {} : { deviceId: { ideal: id } };
  if (role === "microphone") {
    return { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  }
  const facing: MediaTrackConstraints = id === undefined ? { facingMode: "user" } : {};
  // Enough for a face that fills a window, and kind to an uplink that a stranger's picture has to share.
  return {
    ...device,
    ...facing,
    width: { ideal: 960 },
    height: { ideal: 540 },
    frameRate: { ideal: 30, max: 30 },
  };
}
