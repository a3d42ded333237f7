/**
 * Ticks, from a worker, until it is stopped: a page that is out of sight may run its own timers once a second, or once a
 * minute; a worker's run on.
 */
export class Ticker {
  readonly #worker = new Worker(new URL("./ticker.worker.ts", import.meta.url), { type: "module" });

  constructor(hertz: number, tick: () => void) {
    this.#worker.onmessage = tick;
    this.#worker.postMessage(hertz);
  }

  stop(): void {
    this.#worker.terminate();
  }
}
