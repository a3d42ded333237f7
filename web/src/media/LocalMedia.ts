import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { capture, isGranted } from "./capture";
import { NO_DEVICES, shouldReopen, sortDevices } from "./devices";
import type { Devices, InputRole, Role } from "./devices";
import { LiveInput } from "./LiveInput";
import type { Input } from "./LiveInput";
import { problemOf } from "./problem";
import { recall, remember } from "./remembered";

export interface MediaState {
  readonly camera: Input;
  readonly microphone: Input;
  readonly devices: Devices;
  /** The device in use or chosen, by role; a role that is missing takes the system's default. */
  readonly chosen: Readonly<Partial<Record<Role, string>>>;
  readonly muted: boolean;
  /** Off means off: the camera is released and its light goes out. */
  readonly cameraOff: boolean;
}

/** Something that happened to a device without being asked for, to be said. */
export interface DeviceNews {
  readonly role: InputRole;
  /** The one in use went away and another took over; one came, or came back, and is in use; the chosen one would not open. */
  readonly what: "replaced" | "found" | "kept";
  /** The name of the device in use now. */
  readonly label: string;
}

const ROLES: readonly InputRole[] = ["camera", "microphone"];

/**
 * This person's camera, microphone and speaker. It lives outside of any view: an encounter takes its tracks
 * from here and follows every change. Call {@link start} to begin, {@link stop} to release everything.
 */
export class LocalMedia {
  readonly state: Observable<MediaState>;
  /** The newest; null while there is nothing to say. */
  readonly news: Observable<DeviceNews | null>;
  readonly #state = new Variable<MediaState>({
    camera: { kind: "off" },
    microphone: { kind: "off" },
    devices: NO_DEVICES,
    chosen: recall().devices,
    muted: false,
    cameraOff: false,
  });
  readonly #news = new Variable<DeviceNews | null>(null);
  readonly #inputs: Readonly<Record<InputRole, LiveInput>>;
  /** A device that went away while it was in use: wanted back, although nobody may ever have chosen it. */
  readonly #missed: Partial<Record<InputRole, string | undefined>> = {};
  #started = false;

  constructor() {
    this.state = this.#state;
    this.news = this.#news;
    const input = (role: InputRole): LiveInput =>
      new LiveInput(role, {
        changed: (changed) => this.#changed(role, changed),
        gone: (deviceId) => {
          this.#missed[role] = deviceId;
          void this.#open(role, "replaced");
        },
      });
    this.#inputs = { camera: input("camera"), microphone: input("microphone") };
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    // Absent on an insecure page, whatever the type says.
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener(
      "devicechange",
      this.#onChange,
    );
    void this.#openBoth();
  }

  stop(): void {
    if (!this.#started) return;
    this.#started = false;
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener(
      "devicechange",
      this.#onChange,
    );
    for (const role of ROLES) this.#inputs[role].release();
  }

  /** Tries again whatever failed. */
  retry(): void {
    const failed = ROLES.filter((role) => this.#state.get()[role].kind === "failed");
    if (failed.length === ROLES.length) void this.#openBoth();
    else for (const role of failed) void this.#open(role);
  }

  choose(role: Role, id: string): void {
    const chosen = { ...this.#state.get().chosen, [role]: id };
    remember({ devices: chosen });
    this.#patch({ chosen });
    if (role === "speaker" || (role === "camera" && this.#state.get().cameraOff)) return;
    this.#missed[role] = undefined;
    if (this.#inputs[role].deviceId !== id) void this.#open(role);
  }

  setMuted(muted: boolean): void {
    this.#patch({ muted });
    const { track } = this.#inputs.microphone;
    if (track !== null) track.enabled = !muted;
  }

  setCameraOff(cameraOff: boolean): void {
    if (cameraOff === this.#state.get().cameraOff) return;
    this.#patch({ cameraOff });
    if (cameraOff) this.#inputs.camera.release();
    else void this.#open("camera");
  }

  async #openBoth(): Promise<void> {
    if (this.#state.get().cameraOff) return this.#open("microphone");
    const { camera, microphone } = this.#inputs;
    const turns = { camera: camera.begin(), microphone: microphone.begin() };
    try {
      // One question to the person instead of two.
      const stream = await capture({
        camera: this.#wanted("camera"),
        microphone: this.#wanted("microphone"),
      });
      camera.take(turns.camera, stream.getVideoTracks());
      microphone.take(turns.microphone, stream.getAudioTracks());
      await this.#enumerate();
    } catch (error) {
      const problem = problemOf(error);
      for (const role of ROLES) {
        // Together they fail as one; apart it shows which. Asking again after a plain no would be a nuisance.
        const apart = problem === "denied" ? await isGranted(role) : problem !== "insecure";
        if (apart) await this.#open(role);
        else this.#inputs[role].fail(turns[role], problem);
      }
    }
  }

  /** Opens what is wanted now. @param unasked what to say of it when nobody asked for it */
  async #open(role: InputRole, unasked?: "replaced" | "found"): Promise<void> {
    if (!this.#started) return;
    const input = this.#inputs[role];
    const opened = await input.open(this.#wanted(role));
    if (opened !== "opened" && opened !== "kept") return;
    if (input.deviceId === this.#missed[role]) this.#missed[role] = undefined;
    await this.#enumerate();
    const what = opened === "kept" ? "kept" : unasked;
    if (what !== undefined && input.track !== null)
      this.#news.set({ role, what, label: input.track.label });
  }

  #changed(role: InputRole, input: Input): void {
    if (input.kind === "on" && role === "microphone")
      input.track.enabled = !this.#state.get().muted;
    this.#patch({ [role]: input });
  }

  #wanted(role: InputRole): string | undefined {
    return this.#state.get().chosen[role] ?? this.#missed[role];
  }

  readonly #onChange = (): void => {
    void this.#enumerate().then(() => {
      const { devices, cameraOff } = this.#state.get();
      for (const role of ROLES) {
        const { input, deviceId } = this.#inputs[role];
        if (input.kind === "opening" || (role === "camera" && cameraOff)) continue;
        if (!shouldReopen(devices[role], deviceId, this.#wanted(role) ?? null)) continue;
        const gone = input.kind === "on" && !devices[role].some(({ id }) => id === deviceId);
        if (gone) this.#missed[role] = deviceId ?? undefined;
        void this.#open(role, gone ? "replaced" : "found");
      }
    });
  };

  async #enumerate(): Promise<void> {
    this.#patch({ devices: sortDevices(await navigator.mediaDevices.enumerateDevices()) });
  }

  #patch(part: Partial<MediaState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }
}
