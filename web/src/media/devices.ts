/** The three things a person chooses. */
export type Role = "camera" | "microphone" | "speaker";

/** Those of them that are sent. */
export type InputRole = Exclude<Role, "speaker">;

export interface Device {
  readonly id: string;
  /** As the system names it; empty where it does not. */
  readonly label: string;
}

export type Devices = Readonly<Record<Role, readonly Device[]>>;

export const NO_DEVICES: Devices = { camera: [], microphone: [], speaker: [] };

const KIND: Record<Role, MediaDeviceKind> = {
  camera: "videoinput",
  microphone: "audioinput",
  speaker: "audiooutput",
};

/**
 * Sorts what `enumerateDevices` lists by role. Chromium's `default` and `communications` entries repeat a device that
 * is listed anyway and are left out.
 */
export function sortDevices(
  listed: readonly Pick<MediaDeviceInfo, "deviceId" | "kind" | "label">[],
): Devices {
  const of = (role: Role): readonly Device[] =>
    listed
      .filter((device) => device.kind === KIND[role] && device.deviceId !== "")
      .filter((device) => device.deviceId !== "default" && device.deviceId !== "communications")
      .map((device) => ({ id: device.deviceId, label: device.label }));
  return { camera: of("camera"), microphone: of("microphone"), speaker: of("speaker") };
}

/**
 * Whether an input should be opened again after devices came or went.
 *
 * @param open   the device in use, or null when none is
 * @param chosen the device the person once chose, or null
 */
export function shouldReopen(
  devices: readonly Device[],
  open: string | null,
  chosen: string | null,
): boolean {
  // Chromium's own "default" follows the system by itself.
  const present = (id: string): boolean =>
    id === "default" || devices.some((device) => device.id === id);
  if (devices.length === 0) return false;
  if (open === null || !present(open)) return true;
  return chosen !== null && chosen !== open && present(chosen);
}

/** Which of the listed devices is in use: the one chosen if it is there, else the one the open track names. */
export function inUse(
  devices: readonly Device[],
  chosen: string | undefined,
  trackLabel: string | null,
): string | null {
  const found =
    devices.find((device) => device.id === chosen) ??
    // "Default - Built-in" is how Chromium names the default's track.
    devices.find((device) => device.label !== "" && trackLabel?.endsWith(device.label) === true) ??
    devices[0];
  return found?.id ?? null;
}
