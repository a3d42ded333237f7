import type { Page } from "@playwright/test";
import type { Person } from "./person";

/** Stands between a page and the service, and lets the page disobey. */
export interface Tap {
  /** Every candidate that passed, either way, as its line. */
  readonly candidates: readonly string[];
  /** When the service said this type, withheld or not; in milliseconds since the epoch. */
  readonly saidAt: (type: string) => number | undefined;
  /** From now on the page hears nothing of these types. */
  readonly withhold: (...types: readonly string[]) => void;
  /** Speaks for the page, which does not know of it. */
  readonly say: (message: object) => void;
  /** The encounter that the page is in. */
  readonly encounter: () => string;
}

/** To be called before the page is opened. */
export async function tap({ page }: Person): Promise<Tap> {
  const candidates: string[] = [];
  const said = new Map<string, number>();
  const withheld = new Set<string>();
  let encounter = "";
  let say: (message: object) => void = () => {
    throw new Error("the page has not connected");
  };
  await page.routeWebSocket(/\/api\/socket$/, (socket) => {
    const service = socket.connectToServer();
    say = (message) => service.send(JSON.stringify(message));
    socket.onMessage((message) => {
      candidates.push(...linesOf(message.toString()));
      service.send(message);
    });
    service.onMessage((message) => {
      const { type, encounter: named } = JSON.parse(message.toString()) as Record<string, string>;
      if (type === undefined) return;
      said.set(type, Date.now());
      if (type === "matched") encounter = named ?? "";
      candidates.push(...linesOf(message.toString()));
      if (!withheld.has(type)) socket.send(message);
    });
  });
  return {
    candidates,
    saidAt: (type) => said.get(type),
    withhold: (...types) => types.forEach((type) => withheld.add(type)),
    say: (message) => say(message),
    encounter: () => encounter,
  };
}

function linesOf(message: string): readonly string[] {
  return message.match(/candidate:\d[^"\\]*/g) ?? [];
}

/** Stops the page's own clock, by which it would end the round itself. */
export function stopClock(page: Page): Promise<void> {
  return page.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
}

/** When a frame of the other was last decoded, in milliseconds since the epoch, once none has come for `quietMillis`. */
export function lastFrameAt(page: Page, quietMillis: number): Promise<number> {
  return page.evaluate(async (quiet) => {
    let frames = -1;
    let last = Date.now();
    while (Date.now() - last < quiet) {
      let decoded = 0;
      for (const connection of window.connections)
        for (const statistic of (await connection.getStats()).values() as Iterable<
          RTCInboundRtpStreamStats & { type: string }
        >)
          if (statistic.type === "inbound-rtp") decoded += statistic.framesDecoded ?? 0;
      if (decoded !== frames) last = Date.now();
      frames = decoded;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return last;
  }, quietMillis);
}
