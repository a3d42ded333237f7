import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { chessboard } from "./film";
import { withFilm } from "./filmed";
import type { Person } from "./person";
import { endOfPictures, lookAt, loudest, streamsOf } from "./probe";
import { BUSY, expectLive, openStreaming, streamBoth, streamOwn } from "./streams";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { logs } from "./world/child";
import { type OwnService, withOwnService } from "./world/ownService";
import { type RtmpServer, startRtmpServer } from "./world/rtmp";
import { startWhipServer, type WhipServer } from "./world/whip";

interface Ingests {
  readonly service: OwnService;
  readonly rtmp: RtmpServer;
  readonly whip: WhipServer;
  /** The page behind the WHIP endpoint. */
  readonly receiver: { page: Page | null };
}

const test = base.extend<object, { readonly camera: string; readonly ingests: Ingests }>({
  camera: [
    async ({}, provide) => {
      await withFilm(chessboard, provide);
    },
    { scope: "worker" },
  ],
  ingests: [
    async ({}, provide) => {
      const receiver: Ingests["receiver"] = { page: null };
      const rtmp = await startRtmpServer("rtmp");
      const whip = await startWhipServer(() => {
        if (receiver.page === null) throw new Error("nobody is behind the endpoint yet");
        return receiver.page;
      });
      try {
        await withOwnService("streaming", [...rtmp.settings, ...whip.settings], (service) =>
          provide({ service, rtmp, whip, receiver }),
        );
      } finally {
        await whip.stop();
        await rtmp.stop();
      }
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

/** Inside of either picture, left and right. */
const THEIRS = { x: 120, y: 200, width: 400, height: 300 };
const OWN = { x: 760, y: 200, width: 400, height: 300 };
const KEY = "s3cret-key";

test("a stream shows both as long as the other agrees, gets over a lost platform, and ends with the pass", async ({
  arrive,
  ingests: { service, rtmp, whip, receiver },
  camera,
}) => {
  test.setTimeout(400_000);
  const origin = service.localhost;
  const ada = await arrive("Ada", { origin });
  const bruno = await arrive("Bruno", { origin, camera });
  await ada.page.addInitScript(keepTimes);
  await ada.signIn();
  const minted = await ada.mint("Silver");
  await minted.getByRole("button", { name: "Go and meet someone" }).click();
  await bruno.signIn();
  await bruno.stake();
  await bruno.button("Go and meet someone").click();
  for (const person of [ada, bruno]) await person.meet();
  for (const person of [ada, bruno]) await person.expectPhase("live");
  for (const person of [ada, bruno]) await person.show();
  for (const person of [ada, bruno]) await person.expectClear();

  await test.step("whose stake opens the door is told which passes unlock it", async () => {
    const panel = await openStreaming(bruno);
    await expect(panel).toContainText("Silver");
    await expect(panel.getByRole("link", { name: "See the passes" })).toHaveAttribute(
      "href",
      "/passes",
    );
    await expectAccessible(bruno, "streaming that is locked");
    await panel.getByRole("button", { name: "Close" }).click();
  });

  await test.step("what is no address is not streamed to, and nobody is asked for that", async () => {
    const panel = await openStreaming(ada);
    await panel.getByRole("combobox", { name: "Where to" }).selectOption("rtmp");
    await panel.getByLabel("Address").fill("http://example.org/live");
    await panel.getByLabel("Stream key").fill(KEY);
    await panel.getByRole("button", { name: "Ask them" }).click();
    await expect(panel.getByRole("alert")).toContainText("not a streaming address");
    await expectAccessible(ada, "the choice where to stream");
    await panel.getByLabel("Address").fill("rtmp://127.0.0.2/live");
    await panel.getByRole("radio", { name: "Only you" }).check();
    await panel.getByRole("button", { name: "Go live" }).click();
    // Its port is not among those that this service streams to.
    await expect(panel.getByText("Nobody can stream to this address")).toBeVisible();
    await panel.getByRole("button", { name: "Good" }).click();
  });

  await test.step("the other is asked, says yes, and both see it all the while", async () => {
    // Whatever is heard is the other's voice.
    await ada.dialog("Streaming").getByRole("button", { name: "Close" }).click();
    await ada.page.keyboard.press("m");
    await streamBoth(ada, "rtmp", rtmp.address, `${KEY}-both`);
    await expect(bruno.page.getByText("They would like to stream you").first()).toBeVisible();
    await expectAccessible(bruno, "the question whether one may be streamed");
    await bruno.button("Allow it").click();
    await expect(bruno.page.getByText("They are streaming you live.").first()).toBeVisible();
    await expect(ada.page.getByText("You are streaming both of you.").first()).toBeVisible();
    await expectLive(ada);
    await expectAccessible(ada, "a stream that runs");
  });

  const begun = performance.now();
  let takenBack = NaN;
  await test.step("they take it back: the stream goes on without them", async () => {
    await streamedFor(rtmp, `${KEY}-both`, 7);
    await bruno.button("Take it back").click();
    takenBack = (performance.now() - begun) / 1000;
    await expect(ada.page.getByText("They took it back").first()).toBeVisible();
    await expect(bruno.page.getByText("you are blurred and silent").first()).toBeVisible();
    await streamedFor(rtmp, `${KEY}-both`, 15);
    await ada.button("End the stream").first().click();
    await expect(ada.page.getByText("Your stream has ended.").first()).toBeVisible(BUSY);
    await expect(bruno.page.getByText("you are blurred and silent")).toHaveCount(0);
  });

  await test.step("what arrived holds both pictures and their voice until then", async () => {
    const [film = ""] = rtmp.films(`${KEY}-both`);
    const { streams } = streamsOf(film);
    expect(streams.map(({ codec_name }) => codec_name).sort()).toEqual(["aac", "h264"]);
    const seconds = secondsOf(film);
    expect(Math.abs(seconds - (await recordedFor(ada)))).toBeLessThanOrEqual(0.5);
    expect(seconds).toBeGreaterThan(takenBack);
    const [theirs, own] = [lookAt(film, 4, THEIRS), lookAt(film, 4, OWN)];
    expect(theirs.contrast).toBeGreaterThan(80);
    expect(
      Math.abs(theirs.blueness - own.blueness) + Math.abs(theirs.redness - own.redness),
    ).toBeGreaterThan(20);
    expect(loudest(film, 1, 6)).toBeGreaterThan(-50);
    const veiled = lookAt(film, seconds - 2, THEIRS);
    expect(veiled.contrast).toBeLessThan(theirs.contrast / 2);
    expect(loudest(film, seconds - 2, seconds)).toBeLessThan(-60);
  });

  await test.step("a short loss of the platform is gotten over", async () => {
    await ada.button("Good").first().click();
    await streamOwn(ada, "rtmp", rtmp.address, `${KEY}-lost`);
    await expectLive(ada);
    await streamedFor(rtmp, `${KEY}-lost`, 3);
    const before = rtmp.films(`${KEY}-lost`).length;
    await rtmp.kill();
    await expect(ada.page.getByText("Trying again").first()).toBeVisible(BUSY);
    await rtmp.resume();
    await expectLive(ada);
    await streamedFor(rtmp, `${KEY}-lost`, 3, before);
    await ada.button("End the stream").first().click();
    await expect(ada.page.getByText("Your stream has ended.").first()).toBeVisible(BUSY);
    const again = rtmp.films(`${KEY}-lost`).at(-1) ?? "";
    expect(rtmp.films(`${KEY}-lost`).length).toBeGreaterThan(before);
    expect(lookAt(again, 1, { ...OWN, x: 440 }).luma).toBeGreaterThan(20);
    await ada.button("Good").first().click();
  });

  await test.step("WHIP goes straight to the platform, which decodes both", async () => {
    const window = await bruno.secondWindow("Bruno", origin);
    await window.open("/api/config");
    receiver.page = window.page;
    await bruno.page.bringToFront();
    await streamBoth(ada, "whip", whip.address, whip.token);
    await bruno.button("Allow it").click();
    await expectLive(ada);
    await expect.poll(async () => (await whip.look()).frames, BUSY).toBeGreaterThan(24);
    const { width, left, right } = await whip.look();
    expect(width).toBeGreaterThan(300);
    const apart = left.map((value, part) => Math.abs(value - (right[part] ?? 0)));
    expect(Math.max(...apart)).toBeGreaterThan(15);
    await expect.poll(async () => (await whip.look()).loudness, BUSY).toBeGreaterThan(0.003);
    await ada.button("End the stream").first().click();
    await expect(ada.page.getByText("Your stream has ended.").first()).toBeVisible(BUSY);
    await expect.poll(() => whip.sessions).toEqual({ begun: 1, ended: 1 });
    await ada.button("Good").first().click();
    await window.page.close();
  });

  await test.step("a pass that is sold ends the stream, and not the encounter", async () => {
    await streamOwn(ada, "rtmp", rtmp.address, `${KEY}-sold`);
    await expectLive(ada);
    await streamedFor(rtmp, `${KEY}-sold`, 3);
    const buyer = await OutsideThePage.of("Farah", service.localhost);
    await (await OutsideThePage.of("Ada", service.localhost)).sellPasses(buyer.address);
    await expect(ada.page.getByText("Your pass no longer unlocks streaming").first()).toBeVisible(
      BUSY,
    );
    await ada.expectPhase("live");
    const [film = ""] = rtmp.films(`${KEY}-sold`);
    expect(secondsOf(film)).toBeGreaterThan(2);
    const panel = await openStreaming(ada);
    await expect(panel.getByText("Streaming comes with a pass.")).toBeVisible();
  });

  await test.step("the keys are in no log of the service, and in nothing that the browser keeps", async () => {
    expect(readFileSync(join(logs, "streaming.log"), "utf8")).not.toContain(KEY);
    expect(
      await ada.page.evaluate(() => JSON.stringify([localStorage, sessionStorage])),
    ).not.toContain(KEY);
  });
});

/** Waits until the platform has so many seconds of a stream, those before it left out. */
async function streamedFor(
  rtmp: RtmpServer,
  key: string,
  seconds: number,
  before = 0,
): Promise<void> {
  const newest = () => rtmp.films(key).slice(before).at(-1);
  await expect
    .poll(() => secondsOf(newest()), { ...BUSY, intervals: [1_000] })
    .toBeGreaterThan(seconds);
}

/** How much can be decoded of a film that is still being written. */
function secondsOf(film: string | undefined): number {
  if (film === undefined) return 0;
  try {
    return Math.max(0, endOfPictures(film));
  } catch {
    return 0; // its headers are not there yet
  }
}

/** The browser's own recorder, as it is, but for keeping when it ran: what was sent, by the page's clock. */
function keepTimes(): void {
  const times: { begun: number; ended: number }[] = [];
  class TimedRecorder extends MediaRecorder {
    override start(slice?: number): void {
      this.addEventListener("start", () => times.push({ begun: performance.now(), ended: NaN }));
      super.start(slice);
    }
    override stop(): void {
      const last = times.at(-1);
      if (last !== undefined) last.ended = performance.now();
      super.stop();
    }
  }
  Object.assign(globalThis, { recorded: times, MediaRecorder: TimedRecorder });
}

/** How long the last recorder ran, in seconds. */
function recordedFor({ page }: Person): Promise<number> {
  return page.evaluate(() => {
    const { recorded } = globalThis as unknown as { recorded: { begun: number; ended: number }[] };
    const last = recorded.at(-1);
    return last === undefined ? NaN : (last.ended - last.begun) / 1000;
  });
}
