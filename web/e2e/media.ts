import { type BrowserContext, expect, type Page } from "@playwright/test";

declare global {
  interface Window {
    /** Every peer connection that the page has made, oldest first. */
    connections: RTCPeerConnection[];
    /** How many offers were made on all of them, on either side. */
    negotiations: number;
    /** Every screen that the page has been given to share, oldest first. */
    screens: MediaStream[];
  }
}

/** Lets the tests read the statistics of the page's own connections; the page itself is left as it is. */
export async function watchConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(watchConnectionsHere);
}

/** The same from within a page, before any other script. */
export function watchConnectionsHere(): void {
  window.connections = [];
  window.negotiations = 0;
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      window.connections.push(connection);
      connection.addEventListener("signalingstatechange", () => {
        if (connection.signalingState.startsWith("have-")) window.negotiations += 1;
      });
      return connection;
    },
  });
  window.screens = [];
  // Without a secure page there are no devices.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return;
  const share = devices.getDisplayMedia.bind(devices);
  devices.getDisplayMedia = async (options) => {
    const screen = await share(options);
    window.screens.push(screen);
    return screen;
  };
}

/** The numbers of one stream that comes in, as the browser counts them. */
export type Counters = Readonly<Record<string, number>>;

/** What has come in over the newest connection, by what it is: microphone, camera, screen and screen-sound. */
export function streams(page: Page): Promise<Readonly<Record<string, Counters>>> {
  return page.evaluate(async () => {
    const connection = window.connections.at(-1);
    if (connection === undefined) return {};
    const names: Record<string, string[]> = {
      audio: ["microphone", "screen-sound"],
      video: ["camera", "screen"],
    };
    const slots: Record<string, string> = {};
    for (const { mid, receiver } of connection.getTransceivers()) {
      const slot = names[receiver.track.kind]?.shift();
      if (mid !== null && slot !== undefined) slots[mid] = slot;
    }
    const found: Record<string, Record<string, number>> = {};
    (await connection.getStats()).forEach((statistic: RTCInboundRtpStreamStats) => {
      const slot = slots[statistic.mid ?? ""];
      if (statistic.type !== "inbound-rtp" || slot === undefined) return;
      found[slot] = Object.fromEntries(
        Object.entries(statistic).filter(
          (entry): entry is [string, number] => typeof entry[1] === "number",
        ),
      );
    });
    return found;
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

/** More of a stream comes in: one of its counters grows. */
export async function expectMore(page: Page, slot: string, counter: string): Promise<void> {
  const before = await counted(page, slot, counter);
  await expect.poll(() => counted(page, slot, counter)).toBeGreaterThan(before);
}

/** No more of a stream comes in: the same count for a second. */
export async function expectNoMore(page: Page, slot: string, counter: string): Promise<void> {
  const readings: number[] = [];
  await expect
    .poll(
      async () => {
        readings.push(await counted(page, slot, counter));
        const last = readings.slice(-5);
        return last.length === 5 && new Set(last).size === 1;
      },
      { intervals: [250] },
    )
    .toBe(true);
}

async function counted(page: Page, slot: string, counter: string): Promise<number> {
  return (await streams(page))[slot]?.[counter] ?? 0;
}
