import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

export type ScreenState =
  | {
      readonly kind: "off";
      /** Why the last try came to nothing; null when there was none, or the person changed their mind. */
      readonly problem: ScreenProblem | null;
    }
  /** The browser asks what to show. */
  | { readonly kind: "choosing" }
  | {
      readonly kind: "on";
      readonly picture: MediaStreamTrack;
      /** Where the browser gives the sound of what is shown, and the person wants it. */
      readonly sound: MediaStreamTrack | null;
    };

/** The operating system does not let the browser see the screen; or something else went wrong. */
export type ScreenProblem = "system" | "unknown";

/** Members of Screen Capture and its extensions that a browser may know; one that does not passes over them. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly systemAudio?: "include" | "exclude";
  readonly selfBrowserSurface?: "include" | "exclude";
  readonly surfaceSwitching?: "include" | "exclude";
  readonly audio: MediaTrackConstraints & {
    /** Leaves out what this page itself plays: the other must not hear themselves. */
    readonly restrictOwnAudio: boolean;
  };
}

const OPTIONS: ScreenOptions = {
  video: {
    width: { max: 1920 },
    height: { max: 1200 },
    frameRate: { ideal: 15, max: 30 },
  },
  // What a screen sounds like is not a voice, and must not be treated as one.
  audio: {
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    restrictOwnAudio: true,
  },
  systemAudio: "include",
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
};

/** Lets the person choose a screen, a window or a tab. Rejects as `getDisplayMedia` does. */
export function openScreen(): Promise<MediaStream> {
  return navigator.mediaDevices.getDisplayMedia(OPTIONS);
}

/** One's own screen, or a window or tab of it, with its sound: chosen in the browser's own dialog every time. */
export class ScreenShare {
  readonly state: Observable<ScreenState>;
  readonly #state = new Variable<ScreenState>({ kind: "off", problem: null });
  /** Counts starts and stops, so that a choice that comes too late is thrown away. */
  #turn = 0;

  constructor() {
    this.state = this.#state;
  }

  /** Whether this browser can show a screen at all; those of phones cannot. */
  static get available(): boolean {
    const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
    return devices?.getDisplayMedia !== undefined;
  }

  /** Lets the person choose, and shows it. To be called from a press: browsers ask for one. */
  async start(): Promise<void> {
    if (this.#state.get().kind !== "off" || !ScreenShare.available) return;
    const turn = ++this.#turn;
    this.#state.set({ kind: "choosing" });
    try {
      this.#take(turn, await openScreen());
    } catch (error) {
      if (turn === this.#turn) this.#state.set({ kind: "off", problem: problemOf(error) });
    }
  }

  /** Shows nothing from here on, whether it was being shown or chosen. */
  readonly stop = (): void => {
    this.#turn += 1;
    const state = this.#state.get();
    if (state.kind === "off") return;
    if (state.kind === "on") {
      for (const track of [state.picture, state.sound]) {
        if (track === null) continue;
        track.onended = null;
        track.stop();
      }
    }
    this.#state.set({ kind: "off", problem: null });
  };

  #take(turn: number, stream: MediaStream): void {
    const [picture] = stream.getVideoTracks();
    const [sound = null] = stream.getAudioTracks();
    if (turn !== this.#turn || picture === undefined) {
      for (const late of stream.getTracks()) late.stop();
      if (turn === this.#turn) this.#state.set({ kind: "off", problem: "unknown" });
      return;
    }
    // Letters before movement, and music before speech (mst-content-hint).
    picture.contentHint = "detail";
    // The browser has a button of its own, and a window that is shown may be closed.
    picture.onended = this.stop;
    if (sound !== null) {
      sound.contentHint = "music";
      sound.onended = () => this.#state.set({ kind: "on", picture, sound: null });
    }
    this.#state.set({ kind: "on", picture, sound });
  }
}

/** A person who closes the dialog has changed their mind, which is no problem; a system that forbids it is one. */
function problemOf(error: unknown): ScreenProblem | null {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "NotAllowedError") return /system/i.test(error.message) ? "system" : null;
  return error.name === "AbortError" || error.name === "InvalidStateError" ? null : "unknown";
}
