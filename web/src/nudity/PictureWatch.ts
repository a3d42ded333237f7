import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { CheckerPort } from "./Checker";
import { hasDetail } from "./detail";
import { isUrgent, judge, UNSEEN } from "./judgement";
import type { Judgement } from "./judgement";
import { nextLookIn } from "./pace";
import type { Sampler } from "./TrackSampler";

/**
 * What stands before a picture: nothing; a moment's wait for the first look; or a question, about what may be nudity, or
 * was and seems over.
 */
export type Guard = "open" | "pending" | "suspect" | "eased";

export interface PictureWatchParts {
  readonly checker: CheckerPort;
  readonly sampler: Sampler;
  /** Whether the encoder lacks time now. */
  readonly cpuBound: () => boolean;
  /** Whether there is somebody to look for. */
  readonly isSeen: () => boolean;
  /** The first look waits for a picture that is no coarse one any more. */
  readonly comesCoarse: boolean;
}

/** So long a picture waits for its first look, in milliseconds; then it is shown without. */
export const PENDING_MS = 1_500;

/** Looks at one picture again and again, and says what is to stand before it. */
export class PictureWatch {
  readonly guard: Observable<Guard>;
  readonly #guard = new Variable<Guard>("open");
  readonly #parts: PictureWatchParts;
  #track: MediaStreamTrack | null = null;
  #judgement: Judgement = UNSEEN;
  #allowed = false;
  #paused = false;
  /** Counts tracks, so that a look at an earlier one is passed over. */
  #turn = 0;
  #lookMillis = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #patience: ReturnType<typeof setTimeout> | null = null;
  #stop: () => void = () => undefined;

  constructor(parts: PictureWatchParts) {
    this.#parts = parts;
    this.guard = this.#guard;
  }

  /** Watches this track from now on, or none. */
  watch(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#end();
    // Not open for a moment in between: what comes is another picture.
    if (track === null || this.#allowed) this.#guard.set("open");
    else this.#begin(track);
  }

  /** Looks no more for a while; what stands before the picture stays. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    if (this.#timer === null) return;
    this.#schedule(0);
  }

  /** The person wants this picture as it is, from this other. */
  allow(): void {
    this.#allowed = true;
    this.#end();
    this.#guard.set("open");
  }

  /** Somebody else is there: nothing is allowed any more. */
  forget(): void {
    this.#allowed = false;
    this.watch(null);
  }

  #begin(track: MediaStreamTrack): void {
    const { checker, sampler } = this.#parts;
    sampler.play(track);
    this.#guard.set("pending");
    this.#patience = setTimeout(() => this.#openUnseen(), PENDING_MS);
    this.#stop = checker.state.subscribe(() => {
      if (checker.state.get() === "unavailable") this.#openUnseen();
      if (checker.state.get() === "ready") this.#schedule(0);
    });
    if (checker.state.get() === "unavailable") this.#openUnseen();
    this.#schedule(0);
  }

  #end(): void {
    this.#turn += 1;
    this.#stop();
    this.#stop = () => undefined;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#timer = this.#patience = null;
    this.#parts.sampler.play(null);
    this.#judgement = UNSEEN;
  }

  /** Nobody waits for ever: a picture that cannot be looked at is shown, as it would be without a check. */
  #openUnseen(): void {
    if (this.#guard.get() === "pending") this.#guard.set("open");
  }

  #schedule(millis: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(this.#turn), millis);
  }

  async #look(turn: number): Promise<void> {
    if (this.#paused) return;
    const { checker, cpuBound } = this.#parts;
    const picture = this.#grab();
    const look = picture === null ? null : await checker.look(picture);
    if (turn !== this.#turn) return;
    if (look !== null) {
      this.#lookMillis = look.millis;
      this.#judgement = judge(this.#judgement, look.suspicion);
      this.#decide();
    }
    const waiting = look === null && this.#guard.get() === "pending";
    const urgent = waiting || (look !== null && isUrgent(this.#judgement));
    this.#schedule(nextLookIn(urgent, { lookMillis: this.#lookMillis, cpuBound: cpuBound() }));
  }

  #grab(): ImageData | null {
    const { checker, sampler, isSeen, comesCoarse } = this.#parts;
    if (checker.state.get() !== "ready" || !isSeen()) return null;
    const picture = sampler.grab();
    if (picture === null || !comesCoarse || this.#guard.get() !== "pending") return picture;
    return hasDetail(picture.data, picture.width, picture.height) ? picture : null;
  }

  #decide(): void {
    const { verdict } = this.#judgement;
    switch (verdict) {
      case "unknown":
        return;
      case "fine":
        this.#guard.set("open");
        return;
      case "suspect":
      case "eased":
        this.#guard.set(verdict);
        return;
      default:
        verdict satisfies never;
    }
  }
}
