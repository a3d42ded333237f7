import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

/** How loud the other is played here. */
export interface Loudness {
  /** 0 to 1. */
  readonly level: number;
  /** Not at all for now, whatever the level. */
  readonly silent: boolean;
}

/** How loud the other is played: the level stays for everyone who comes, silence is for the one who is there. */
export class Volume {
  readonly loudness: Observable<Loudness>;
  readonly #loudness: Variable<Loudness>;
  readonly #keep: (level: number) => void;

  /** @param level as it was last time, 0 to 1; @param keep is told of every level that is chosen */
  constructor(level: number, keep: (level: number) => void) {
    this.#loudness = new Variable<Loudness>({ level: within(level), silent: false });
    this.loudness = this.#loudness;
    this.#keep = keep;
  }

  /** Whether a page can set a volume; on iOS only the buttons of the device can. */
  static get adjustable(): boolean {
    const probe = document.createElement("audio");
    probe.volume = 0.5;
    return probe.volume === 0.5;
  }

  /** Whoever moves the slider wants to hear it. */
  setLevel(level: number): void {
    this.#loudness.set({ level: within(level), silent: false });
    this.#keep(within(level));
  }

  setSilent(silent: boolean): void {
    this.#loudness.set({ ...this.#loudness.get(), silent });
  }

  /** Somebody else is there. */
  meetAnother(): void {
    if (this.#loudness.get().silent) this.setSilent(false);
  }
}

function within(level: number): number {
  return Number.isFinite(level) ? Math.min(1, Math.max(0, level)) : 1;
}
