import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { countersOf } from "./counters";
import type { Counters } from "./counters";
import { qualityBetween } from "./quality";
import type { Quality } from "./quality";
import type { StatisticsPort } from "./Statistics";

/** Quality is measured over this time, in milliseconds: long enough for a share of packets, short enough to be now. */
export const MEASURED_MS = 4_000;
/** A picture that comes back after a while is no freeze; what happens until then is not measured. In milliseconds. */
export const SETTLING_MS = 1_500;

/** Measures both directions of a connection, over the last seconds and again with every report. */
export class Meter {
  /** Null until two reports have come. */
  readonly quality: Observable<Quality | null>;
  readonly #quality = new Variable<Quality | null>(null);
  readonly #statistics: StatisticsPort;
  readonly #stop: () => void;
  #history: readonly Counters[] = [];
  #settledAt = 0;

  constructor(statistics: StatisticsPort) {
    this.#statistics = statistics;
    this.quality = this.#quality;
    this.#stop = statistics.subscribe(() => this.#measure());
  }

  /** Something was switched on or off: what was measured before says nothing about what comes. */
  restart(): void {
    this.#history = [];
    this.#settledAt = (this.#statistics.get()?.at ?? 0) + SETTLING_MS;
  }

  close(): void {
    this.#stop();
  }

  #measure(): void {
    const report = this.#statistics.get();
    if (report === null || report.at < this.#settledAt) return;
    const newest = countersOf(report);
    const recent = this.#history.filter(({ at }) => newest.at - at <= MEASURED_MS);
    this.#history = [...recent, newest];
    const [oldest] = recent;
    if (oldest !== undefined) this.#quality.set(qualityBetween(oldest, newest));
  }
}
