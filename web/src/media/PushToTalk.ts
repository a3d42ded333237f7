import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { LocalMedia } from "./LocalMedia";

/** Lets somebody who is muted speak while a key is held, if they want that. */
export class PushToTalk {
  /** Whether the person wants it. */
  readonly wanted: Variable<boolean>;
  /** Whether the key is held, and they are heard for that alone. */
  readonly talking: Observable<boolean>;
  readonly #talking = new Variable(false);
  readonly #media: Pick<LocalMedia, "state" | "setMuted">;

  constructor(media: Pick<LocalMedia, "state" | "setMuted">, wanted: boolean) {
    this.#media = media;
    this.wanted = new Variable(wanted);
    this.talking = this.#talking;
  }

  /** The key goes down; true if it means to talk, and nothing else. */
  press(): boolean {
    if (this.#talking.get()) return true;
    if (!this.wanted.get() || !this.#media.state.get().muted) return false;
    this.#talking.set(true);
    this.#media.setMuted(false);
    return true;
  }

  /** The key comes up, or nobody knows any more whether it is held; true if it meant to talk. */
  release(): boolean {
    if (!this.#talking.get()) return false;
    this.#talking.set(false);
    this.#media.setMuted(true);
    return true;
  }

  /** Mutes or not for good, whatever is held. */
  settle(muted: boolean): void {
    this.#talking.set(false);
    this.#media.setMuted(muted);
  }
}
