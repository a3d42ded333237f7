import { expect, type BrowserContext, type Page } from "@playwright/test";

declare global {
  interface Window {
    /** Every decoded frame of every picture that came in, oldest first. */
    pictures: Picture[];
  }
}

/** What one decoded frame shows. */
export interface Picture {
  /** Monotonic milliseconds of the page that decoded it. */
  readonly at: number;
  /** Which connection of the page it came over, from 1. */
  readonly connection: number;
  /** How much there is besides light and colours that 48 pixels can hold: root mean square, 0 to 255. */
  readonly detail: number;
  /** Mean colours of its halves. */
  readonly left: Colour;
  readonly right: Colour;
}

type Colour = readonly [red: number, green: number, blue: number];

/** More than a coarse picture has after it was encoded and decoded again, and far less than a camera's. */
export const COARSE = 4;
export const CLEAR = 12;

/** Looks at every frame that the page decodes, from the very first on, whatever the page shows of them. */
export async function watchPictures(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

function watch(): void {
  const Processor = (
    window as unknown as {
      MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack }) => {
        readable: ReadableStream<VideoFrame>;
      };
    }
  ).MediaStreamTrackProcessor;
  const [width, height] = [384, 216];
  const brush = (w: number, h: number) => {
    const context = new OffscreenCanvas(w, h).getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no canvas");
    context.imageSmoothingQuality = "high";
    return context;
  };
  const [whole, rough, back] = [brush(width, height), brush(48, 27), brush(width, height)];
  const mean = (pixels: ImageDataArray): Colour => {
    const sums = [0, 0, 0];
    pixels.forEach((value, index) => {
      if (index % 4 < 3) sums[index % 4] = (sums[index % 4] ?? 0) + value;
    });
    return sums.map((sum) => Math.round((sum * 4) / pixels.length)) as unknown as Colour;
  };
  const look = (frame: VideoFrame, connection: number): Picture => {
    whole.drawImage(frame, 0, 0, width, height);
    rough.drawImage(whole.canvas, 0, 0, 48, 27);
    back.drawImage(rough.canvas, 0, 0, width, height);
    const one = whole.getImageData(0, 0, width, height).data;
    const other = back.getImageData(0, 0, width, height).data;
    let squares = 0;
    for (let i = 1; i < one.length; i += 4) squares += ((one[i] ?? 0) - (other[i] ?? 0)) ** 2;
    const left = mean(rough.getImageData(0, 0, 24, 27).data);
    const right = mean(rough.getImageData(24, 0, 24, 27).data);
    const detail = Math.sqrt((squares * 4) / one.length);
    return { at: performance.now(), connection, detail, left, right };
  };
  const follow = async (track: MediaStreamTrack, connection: number) => {
    const reader = new Processor({ track: track.clone() }).readable.getReader();
    for (;;) {
      const { value: frame, done } = await reader.read();
      if (done) return;
      window.pictures.push(look(frame, connection));
      frame.close();
    }
  };
  let made = 0;
  window.pictures = [];
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      const number = ++made;
      connection.addEventListener("track", ({ track }) => {
        if (track.kind === "video") void follow(track, number);
      });
      return connection;
    },
  });
}

/** The frames that were decoded so far, and forgets them. */
export async function takePictures(page: Page): Promise<readonly Picture[]> {
  return page.evaluate(() => window.pictures.splice(0));
}

/** Forgets what was decoded so far, and waits for that many frames. */
export async function nextPictures(page: Page, count: number): Promise<readonly Picture[]> {
  await takePictures(page);
  return pictures(page, count);
}

/** Waits until that many frames were decoded since the last look; all of them. */
export async function pictures(page: Page, count: number): Promise<readonly Picture[]> {
  const decoded = () => page.evaluate(() => window.pictures.length);
  await expect.poll(decoded, { timeout: 40_000 }).toBeGreaterThan(count);
  return takePictures(page);
}

export function sharpest(pictures: readonly Picture[]): number {
  return Math.max(...pictures.map(({ detail }) => detail));
}
