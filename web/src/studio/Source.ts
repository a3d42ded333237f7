import type { InputId } from "./inputs";
import type { Shown } from "./stage";

/** What a source is made of: a device that may be opened again, or something that comes once. */
export interface Origin<T> {
  /** Null for a screen or a file. */
  readonly device: string | null;
  readonly open: () => Promise<T>;
}

export interface SourceEdges {
  /** It gives something else now, or nothing. */
  readonly changed: () => void;
  /** It is over: nobody can plug in a screen again. */
  readonly ended: () => void;
}

/** One input that is open. A device that is pulled out gives nothing, and the same again once it is back. */
export class Source<T extends Shown> {
  readonly id: InputId;
  readonly device: string | null;
  readonly #open: () => Promise<T>;
  readonly #edges: SourceEdges;
  #given: T | null = null;
  #opening = false;
  #closed = false;

  constructor(id: InputId, { device, open }: Origin<T>, given: T, edges: SourceEdges) {
    this.id = id;
    this.device = device;
    this.#open = open;
    this.#edges = edges;
    this.#take(given);
  }

  /** Null while its device is away. */
  get given(): T | null {
    return this.#given;
  }

  /** Opens its device again if that was away and is among these. */
  lookAmong(devices: readonly { readonly id: string }[]): void {
    const back = devices.some(({ id }) => id === this.device);
    if (back && this.#given === null && !this.#opening) void this.#reopen();
  }

  close(): void {
    this.#closed = true;
    if (this.#given !== null) release(this.#given);
    this.#given = null;
  }

  async #reopen(): Promise<void> {
    this.#opening = true;
    try {
      const given = await this.#open();
      if (this.#closed) release(given);
      else this.#take(given);
      this.#edges.changed();
    } catch {
      // It is listed and does not open: the next time that devices change it is tried again.
    } finally {
      this.#opening = false;
    }
  }

  #take(given: T): void {
    this.#given = given;
    if (!isTrack(given)) return;
    given.onended = () => {
      this.#given = null;
      if (this.device === null) this.#edges.ended();
      else this.#edges.changed();
    };
  }
}

export function isTrack(shown: Shown): shown is MediaStreamTrack {
  return "kind" in shown;
}

function release(given: Shown): void {
  if (!isTrack(given)) {
    given.close();
    return;
  }
  given.onended = null;
  given.stop();
}
