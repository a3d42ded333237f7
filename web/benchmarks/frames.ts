import type { Person } from "../e2e/person";

declare global {
  interface Window {
    /** When the newest connection was seen to have decoded more frames than before, as `Date.now()`. */
    framesAt: number[];
  }
}

/** Looks at the decoded frames of a page's connection all the time, before any other script. */
export function watchFrames(): void {
  window.framesAt = [];
  let decoded = 0;
  const look = async (): Promise<void> => {
    const connection = window.connections.at(-1);
    let now = 0;
    for (const statistic of ((await connection?.getStats())?.values() ?? []) as Iterable<
      RTCInboundRtpStreamStats & { type: string }
    >)
      if (statistic.type === "inbound-rtp") now += statistic.framesDecoded ?? 0;
    if (now > decoded) window.framesAt.push(Date.now());
    decoded = now;
  };
  setInterval(() => void look(), 20);
}

/** When frames came, to the next look at them: there are fifty in a second. */
export class Frames {
  readonly #at: readonly number[];

  constructor(at: readonly number[]) {
    this.#at = at;
  }

  /** Milliseconds from a moment to the first frame after it; null while there is none. */
  nextAfter(moment: number): number | null {
    const next = this.#at.find((at) => at >= moment);
    return next === undefined ? null : next - moment;
  }

  /** The longest time without a frame between two moments, in milliseconds. */
  longestGap(from: number, to: number): number {
    const within = [from, ...this.#at.filter((at) => at > from && at < to), to];
    return Math.max(...within.slice(1).map((at, index) => at - (within[index] ?? at)));
  }
}

/** What was seen of somebody's frames so far. */
export async function framesOf({ page }: Person): Promise<Frames> {
  return new Frames(await page.evaluate(() => window.framesAt));
}
