import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { NO_DEVICES, shouldReopen, sortDevices } from "./devices";
import type { Devices, Role } from "./devices";
import { problemOf } from "./problem";
import type { Problem } from "./problem";
import { recall, remember } from "./remembered";

export type InputRole = Exclude<Role, "speaker">;

export type Input =
  | { readonly kind: "off" }
  | { readonly kind: "opening" }
  | { readonly kind: "on"; readonly track: MediaStreamTrack }
  | { readonly kind: "failed"; readonly problem: Problem };

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

const ROLES: readonly InputRole[] = ["camera", "microphone"];

/**
 * This person's camera, microphone and speaker. It lives outside of any view: an encounter takes its tracks
 * from here and follows every change. Call {@link start} to begin, {@link stop} to release everything.
 */
export class LocalMedia {
  readonly state: Observable<MediaState>;
  readonly #state = new Variable<MediaState>({
    camera: { kind: "off" },
    microphone: { kind: "off" },
    devices: NO_DEVICES,
    chosen: recall().devices,
    muted: false,
    cameraOff: false,
  });
  #started = false;
  /** Counts openings of each input, so that one that was overtaken throws its track away. */
  readonly #turn: Record<InputRole, number> = { camera: 0, microphone: 0 };

  constructor() {
    this.state = this.#state;
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
    for (const role of ROLES) this.#release(role, { kind: "off" });
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
    if (role === "camera" && this.#state.get().cameraOff) return;
    if (role !== "speaker") void this.#open(role);
  }

  setMuted(muted: boolean): void {
    this.#patch({ muted });
    const { microphone } = this.#state.get();
    if (microphone.kind === "on") microphone.track.enabled = !muted;
  }

  setCameraOff(cameraOff: boolean): void {
    if (cameraOff === this.#state.get().cameraOff) return;
    this.#patch({ cameraOff });
    if (cameraOff) this.#release("camera", { kind: "off" });
    else void this.#open("camera");
  }

  async #openBoth(): Promise<void> {
    if (this.#state.get().cameraOff) return this.#open("microphone");
    // One question to the person instead of two.
    const turns = { camera: this.#begin("camera"), microphone: this.#begin("microphone") };
    try {
      const stream = await capture(this.#constraints("camera"), this.#constraints("microphone"));
      this.#take("camera", turns.camera, stream.getVideoTracks());
      this.#take("microphone", turns.microphone, stream.getAudioTracks());
      await this.#enumerate();
    } catch (error) {
      const problem = problemOf(error);
      for (const role of ROLES) {
        // Together they fail as one; apart it shows which. Asking again after a plain no would be a nuisance.
        const apart = problem === "denied" ? await isGranted(role) : problem !== "insecure";
        if (apart) await this.#open(role);
        else this.#fail(role, turns[role], problem);
      }
    }
  }

  async #open(role: InputRole): Promise<void> {
    const turn = this.#begin(role);
    const only = this.#constraints(role);
    try {
      const stream = await (role === "camera" ? capture(only, false) : capture(false, only));
      this.#take(role, turn, stream.getTracks());
      await this.#enumerate();
    } catch (error) {
      this.#fail(role, turn, problemOf(error));
    }
  }

  #begin(role: InputRole): number {
    // Some cameras cannot be opened twice: let go before taking the next.
    this.#release(role, { kind: "opening" });
    return this.#turn[role];
  }

  #take(role: InputRole, turn: number, tracks: readonly MediaStreamTrack[]): void {
    const track = tracks[0];
    if (turn !== this.#turn[role] || !this.#started || track === undefined) {
      for (const late of tracks) late.stop();
      return;
    }
    if (role === "microphone") track.enabled = !this.#state.get().muted;
    track.onended = () => this.#fail(role, turn, "none");
    this.#patch({ [role]: { kind: "on", track } });
  }

  #fail(role: InputRole, turn: number, problem: Problem): void {
    if (turn === this.#turn[role]) this.#patch({ [role]: { kind: "failed", problem } });
  }

  #release(role: InputRole, next: Input): void {
    this.#turn[role] += 1;
    const input = this.#state.get()[role];
    if (input.kind === "on") {
      input.track.onended = null;
      input.track.stop();
    }
    this.#patch({ [role]: next });
  }

  readonly #onChange = (): void => {
    void this.#enumerate().then(() => {
      const { devices, chosen, cameraOff } = this.#state.get();
      for (const role of ROLES) {
        const input = this.#state.get()[role];
        if (input.kind === "opening" || (role === "camera" && cameraOff)) continue;
        const open = input.kind === "on" ? (input.track.getSettings().deviceId ?? null) : null;
        if (shouldReopen(devices[role], open, chosen[role] ?? null)) void this.#open(role);
      }
    });
  };

  async #enumerate(): Promise<void> {
    this.#patch({ devices: sortDevices(await navigator.mediaDevices.enumerateDevices()) });
  }

  #constraints(role: InputRole): MediaTrackConstraints {
    const id = this.#state.get().chosen[role];
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

  #patch(part: Partial<MediaState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }
}

async function capture(
  video: MediaTrackConstraints | false,
  audio: MediaTrackConstraints | false,
): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video, audio });
}

async function isGranted(role: InputRole): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: role })).state === "granted";
  } catch {
    return false; // Firefox does not answer for every name.
  }
}
