import { type BrowserContext, expect, type Page } from "@playwright/test";

declare global {
  interface Window {
    /** Every peer connection that the page has made, oldest first. */
    connections: RTCPeerConnection[];
  }
}

/** Lets the tests read the statistics of the page's own connections; the page itself is left as it is. */
export async function watchConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(watchConnectionsHere);
}

/** The same from within a page, before any other script. */
export function watchConnectionsHere(): void {
  window.connections = [];
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      window.connections.push(connection);
      return connection;
    },
  });
}

/** What has come in over every connection so far. */
export interface Received {
  readonly framesDecoded: number;
  readonly bytes: number;
}

export function received(page: Page): Promise<Received> {
  return page.evaluate(receivedHere);
}

/** The same from within a page. */
export async function receivedHere(): Promise<Received> {
  let framesDecoded = 0;
  let bytes = 0;
  for (const connection of window.connections) {
    for (const statistic of (await connection.getStats()).values() as Iterable<
      RTCInboundRtpStreamStats & { type: string }
    >) {
      if (statistic.type !== "inbound-rtp") continue;
      framesDecoded += statistic.framesDecoded ?? 0;
      bytes += statistic.bytesReceived ?? 0;
    }
  }
  return { framesDecoded, bytes };
}

/** The other's picture is decoded and shown, and goes on. */
export async function expectToSee(page: Page): Promise<void> {
  const before = await received(page);
  await expect
    .poll(async () => (await received(page)).framesDecoded)
    .toBeGreaterThan(before.framesDecoded);
  const time = await playedSeconds(page);
  await expect.poll(() => playedSeconds(page)).toBeGreaterThan(time);
}

function playedSeconds(page: Page): Promise<number> {
  return page.getByTestId("remote-video").evaluate((element) => {
    const video = element as HTMLVideoElement;
    return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? video.currentTime : -1;
  });
}

/** Nothing of the other is decoded any more: the same count over a second, where thirty frames would have come. */
export async function expectSilence(page: Page): Promise<void> {
  const readings: number[] = [];
  await expect
    .poll(
      async () => {
        readings.push((await received(page)).framesDecoded);
        const last = readings.slice(-5);
        return last.length === 5 && new Set(last).size === 1;
      },
      { intervals: [250], timeout: 10_000 },
    )
    .toBe(true);
}
