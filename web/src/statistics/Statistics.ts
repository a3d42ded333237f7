import type { Slot } from "../media/slots";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

/** One object of a statistics report (webrtc-stats); which members it has, its type says, and the browser. */
export interface Statistic {
  readonly type: string;
  readonly id: string;
  readonly [member: string]: unknown;
}

/** One report. */
export interface Report {
  /** Monotonic milliseconds at which it was asked for. */
  readonly at: number;
  readonly statistics: readonly Statistic[];
  /** The slots of the streams, by `mid` and by the receiving track's id, whichever a browser names. */
  readonly slots: ReadonlyMap<string, Slot>;
}

/** What readers of statistics need: the newest report, null before the first. */
export type StatisticsPort = Observable<Report | null>;

/** Asks a peer connection for its statistics again and again: the one place that does, whoever reads them. */
export class Statistics {
  readonly latest: StatisticsPort;
  readonly #latest = new Variable<Report | null>(null);
  readonly #source: Pick<RTCPeerConnection, "getStats">;
  readonly #slots: () => ReadonlyMap<string, Slot>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #everyMillis: number;
  #closed = false;

  constructor(
    source: Pick<RTCPeerConnection, "getStats">,
    slots: () => ReadonlyMap<string, Slot>,
    everyMillis: number,
  ) {
    this.#source = source;
    this.#slots = slots;
    this.#everyMillis = everyMillis;
    this.latest = this.#latest;
    this.#schedule();
  }

  /** Asks at another pace from now on. */
  pace(everyMillis: number): void {
    this.#everyMillis = everyMillis;
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (!this.#closed) this.#timer = setTimeout(() => void this.#read(), this.#everyMillis);
  }

  async #read(): Promise<void> {
    const at = performance.now();
    try {
      const report = await this.#source.getStats();
      const statistics: Statistic[] = [];
      report.forEach((statistic) => statistics.push(statistic as Statistic));
      if (!this.#closed) this.#latest.set({ at, statistics, slots: this.#slots() });
    } finally {
      // One at a time: a browser that is busy is not asked again before it has answered.
      this.#schedule();
    }
  }
}
