import type { CDPSession } from "@playwright/test";
import type { Person } from "../e2e/person";
import { usageOf } from "./processes";
import type { Kind } from "./processes";

/** One look at one person's browser. */
export interface Sample {
  readonly second: number;
  /** Bytes. */
  readonly renderer: number;
  readonly browser: number;
  readonly network: number;
  readonly heap: number;
}

/** What a browser used while something ran. */
export interface Used {
  readonly samples: readonly Sample[];
  /** Seconds of processor time, all processes. */
  readonly cpuSeconds: number;
}

const EVERY_MS = 500;

/** Watches memory and processor time of one person's browser while something runs. */
export class Sampler {
  readonly #mark: string;
  readonly #session: CDPSession;

  private constructor(mark: string, session: CDPSession) {
    this.#mark = mark;
    this.#session = session;
  }

  static async of({ page, name }: Person): Promise<Sampler> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("HeapProfiler.enable");
    return new Sampler(`passerby-${name}-`, session);
  }

  /** Starts to look; what it returns ends it. */
  async start(): Promise<() => Promise<Used>> {
    // What earlier runs left to the collector is none of this one's.
    await this.#session.send("HeapProfiler.collectGarbage");
    const begun = performance.now();
    const cpuBefore = this.#cpuSeconds();
    const samples: Sample[] = [await this.#look(0)];
    const end = new AbortController();
    const looking = (async () => {
      while (!end.signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
        samples.push(await this.#look((performance.now() - begun) / 1000));
      }
    })();
    return async () => {
      end.abort();
      await looking;
      return { samples, cpuSeconds: this.#cpuSeconds() - cpuBefore };
    };
  }

  #cpuSeconds(): number {
    return Object.values(usageOf(this.#mark)).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  }

  async #look(second: number): Promise<Sample> {
    const usage = usageOf(this.#mark);
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
    const resident = (kind: Kind): number => usage[kind].resident;
    return {
      second,
      renderer: resident("renderer"),
      browser: resident("browser"),
      network: resident("network"),
      heap,
    };
  }
}
