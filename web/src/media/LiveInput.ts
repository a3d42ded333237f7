import { capture } from "./capture";
import type { InputRole } from "./devices";
import { problemOf } from "./problem";
import type { Problem } from "./problem";

export type Input =
  | { readonly kind: "off" }
  | { readonly kind: "opening" }
  | { readonly kind: "on"; readonly track: MediaStreamTrack }
  | { readonly kind: "failed"; readonly problem: Problem };

/** What came of opening a device. */
export type Opened =
  | "opened"
  /** It would not open; the one that was in use still is. */
  | "kept"
  | "failed"
  /** Something else was asked for meanwhile. */
  | "overtaken";

export interface LiveInputEdges {
  readonly changed: (input: Input) => void;
  /** The device in use went away by itself. */
  readonly gone: (deviceId: string | undefined) => void;
}

/** So long an old track lives beside its successor, in milliseconds: `replaceTrack` takes a moment, in which it still sends. */
const OVERLAP_MS = 250;

/** One camera or microphone in use. It changes from one device to another without a gap where the devices allow it. */
export class LiveInput {
  readonly #role: InputRole;
  readonly #edges: LiveInputEdges;
  #input: Input = { kind: "off" };
  /** Counts openings, so that one that was overtaken throws its track away. */
  #turn = 0;
  #opening = false;

  constructor(role: InputRole, edges: LiveInputEdges) {
    this.#role = role;
    this.#edges = edges;
  }

  get input(): Input {
    return this.#input;
  }

  get track(): MediaStreamTrack | null {
    return this.#input.kind === "on" ? this.#input.track : null;
  }

  get deviceId(): string | null {
    return this.track?.getSettings().deviceId ?? null;
  }

  /** Opens a device; the one in use is let go of only when the other is there. Undefined takes the system's. */
  async open(id: string | undefined): Promise<Opened> {
    const turn = this.begin();
    try {
      return this.take(turn, await this.#capture(id)) ? "opened" : "overtaken";
    } catch (error) {
      if (turn !== this.#turn) return "overtaken";
      if (this.track !== null) return this.#openInstead(id);
      this.fail(turn, problemOf(error));
      return "failed";
    }
  }

  /** From here on an opening that is going on already comes too late; {@link take} or {@link fail} ends this one. */
  begin(): number {
    this.#opening = true;
    if (this.track === null) this.#set({ kind: "opening" });
    return ++this.#turn;
  }

  /** Puts a track that was opened into use; false if it came too late and was thrown away. */
  take(turn: number, tracks: readonly MediaStreamTrack[]): boolean {
    const [track] = tracks;
    if (turn !== this.#turn || track === undefined) {
      for (const late of tracks) late.stop();
      return false;
    }
    this.#opening = false;
    const old = this.track;
    const { deviceId } = track.getSettings();
    track.onended = () => this.#ended(track, deviceId);
    this.#set({ kind: "on", track });
    if (old !== null) {
      old.onended = null;
      setTimeout(() => old.stop(), OVERLAP_MS);
    }
    return true;
  }

  fail(turn: number, problem: Problem): void {
    if (turn !== this.#turn) return;
    this.#opening = false;
    this.#set({ kind: "failed", problem });
  }

  /** Lets go of the device at once, whether it is open or being opened. */
  release(next: Input = { kind: "off" }): void {
    this.#turn += 1;
    this.#opening = false;
    const { track } = this;
    if (track !== null) {
      track.onended = null;
      track.stop();
    }
    this.#set(next);
  }

  /** Some devices do not open beside another: lets go of that first, and takes it back where even so nothing opens. */
  async #openInstead(id: string | undefined): Promise<Opened> {
    const before = this.deviceId ?? undefined;
    this.release({ kind: "opening" });
    const turn = this.begin();
    let problem: Problem = "unknown";
    for (const [wanted, outcome] of [
      [id, "opened"],
      [before, "kept"],
    ] as const) {
      try {
        return this.take(turn, await this.#capture(wanted)) ? outcome : "overtaken";
      } catch (error) {
        if (turn !== this.#turn) return "overtaken";
        problem = problemOf(error);
      }
    }
    this.fail(turn, problem);
    return "failed";
  }

  #ended(track: MediaStreamTrack, deviceId: string | undefined): void {
    if (this.track !== track) return;
    if (this.#opening) {
      this.#set({ kind: "opening" });
      return;
    }
    this.#set({ kind: "failed", problem: "none" });
    this.#edges.gone(deviceId);
  }

  async #capture(id: string | undefined): Promise<readonly MediaStreamTrack[]> {
    return (await capture({ [this.#role]: id })).getTracks();
  }

  #set(input: Input): void {
    this.#input = input;
    this.#edges.changed(input);
  }
}
