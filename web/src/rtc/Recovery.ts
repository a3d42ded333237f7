/** A path that broke is often back by itself in this time, in milliseconds. */
export const RESTART_AFTER_MS = 1_000;
/** A restart that has not helped by then is tried again, in milliseconds. */
export const RESTART_EVERY_MS = 5_000;
/**
 * So much later the polite side restarts, in milliseconds: both notice at once that nothing comes, two offers would meet, and
 * what is rolled back costs more than waiting.
 */
export const POLITE_LAG_MS = 2_500;
/** After this long nobody waits any longer, in milliseconds; for as long the clock of a round stands at most. */
export const LOST_AFTER_MS = 60_000;

/** What there is to do about a path that is down. */
export interface RecoveryEdges {
  readonly restart: () => void;
  readonly giveUp: () => void;
}

/** Restarts ICE (RFC 8445 §2.4) while the path is down, and gives up in the end. */
export class Recovery {
  readonly #edges: RecoveryEdges;
  readonly #lag: number;
  #restart: ReturnType<typeof setTimeout> | null = null;
  #giveUp: ReturnType<typeof setTimeout> | null = null;

  /** @param polite whether this side gives way when offers meet */
  constructor(polite: boolean, edges: RecoveryEdges) {
    this.#lag = polite ? POLITE_LAG_MS : 0;
    this.#edges = edges;
  }

  /** The path is down; `atOnce` when waiting for it to come back by itself is hopeless. */
  begin(atOnce: boolean): void {
    if (this.#giveUp === null) {
      this.#giveUp = setTimeout(() => {
        this.end();
        this.#edges.giveUp();
      }, LOST_AFTER_MS);
      this.#schedule(this.#lag + (atOnce ? 0 : RESTART_AFTER_MS));
    } else if (atOnce) {
      this.#schedule(this.#lag);
    }
  }

  /** The path stands again, or nobody cares any more. */
  end(): void {
    if (this.#restart !== null) clearTimeout(this.#restart);
    if (this.#giveUp !== null) clearTimeout(this.#giveUp);
    this.#restart = this.#giveUp = null;
  }

  #schedule(millis: number): void {
    if (this.#restart !== null) clearTimeout(this.#restart);
    this.#restart = setTimeout(() => {
      this.#schedule(RESTART_EVERY_MS);
      this.#edges.restart();
    }, millis);
  }
}
