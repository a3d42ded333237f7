import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectAccessible } from "./accessibility";
import { chessboard } from "./film";
import { withFilm } from "./filmed";
import { expectMore } from "./media";
import type { Person } from "./person";
import { differenceOf, endOfPictures, lookAt, loudest, seek, streamsOf } from "./probe";
import {
  appearance,
  BUSY,
  download,
  elapsed,
  meet,
  openRecording,
  openSignedIn,
  press,
} from "./recordings";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { type OwnService, withOwnService } from "./world/ownService";

interface Studio {
  /** Five minutes a round: recording, and looking into recordings, takes longer than a countdown. */
  readonly service: OwnService;
  readonly camera: string;
  /** Where films are saved to. */
  readonly folder: string;
}

const test = base.extend<object, Studio>({
  service: [
    async ({}, provide) => {
      await withOwnService("recording", [], provide);
    },
    { scope: "worker", timeout: 150_000 },
  ],
  camera: [
    async ({}, provide) => {
      await withFilm(chessboard, provide);
    },
    { scope: "worker" },
  ],
  folder: [
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), "passerby-recordings-"));
      await provide(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ timeout: 300_000 });

const PHONE = { width: 390, height: 844 };
/** Inside of either picture, left and right. */
const THEIRS = { x: 120, y: 200, width: 400, height: 300 };
const OWN = { x: 760, y: 200, width: 400, height: 300 };
/** Inside of a shared screen, and of the other's picture beside it. */
const SCREEN = { x: 40, y: 100, width: 880, height: 500 };
const BESIDE = { x: 1000, y: 100, width: 240, height: 160 };
/** In seconds, between a film's length and the clock of the test. */
const CLOCK_SLACK = 0.5;

test("a recording holds both as long as the other agrees, and survives a killed browser", async ({
  arrive,
  service: { localhost: origin },
  camera,
  folder,
}) => {
  const chioma = await arrive("Chioma", { origin });
  const emil = await arrive("Emil", { origin, camera, viewport: PHONE });
  await chioma.comeIn();
  await emil.signIn();
  await emil.stake();
  await emil.button("Go and meet someone").click();
  await meet(chioma, emil);

  await test.step("whose stake opens the door is told which passes unlock it", async () => {
    await openRecording(emil);
    const panel = emil.dialog("Recording");
    await expect(panel).toContainText("Bronze");
    await expect(panel.getByRole("link", { name: "See the passes" })).toHaveAttribute(
      "href",
      "/passes",
    );
    await expectAccessible(emil, "recording that is locked");
    await panel.getByRole("button", { name: "Close" }).click();
  });

  const begun = appearance(chioma.page, "You are recording both of you.");
  await test.step("the other is asked, says yes, and both see it all the while", async () => {
    // Whatever is heard is the other's voice.
    await chioma.page.keyboard.press("m");
    await openRecording(chioma);
    await expectAccessible(chioma, "the choice of a recording");
    await chioma.button("Ask them").click();
    await expect(chioma.page.getByText("You asked whether").first()).toBeVisible();
    await expect(emil.page.getByText("They would like to record you").first()).toBeVisible();
    await expectAccessible(emil, "the question whether one may be recorded");
    await emil.button("Allow it").click();
    await expect(emil.page.getByText("They are recording you.").first()).toBeVisible();
    await expect(chioma.page.getByText("You are recording both of you.").first()).toBeVisible();
    await expectAccessible(chioma, "a recording that runs");
    await elapsed(chioma, 5);
  });

  const ended = press(chioma.page, "Stop recording");
  await test.step("they take it back: the recording goes on without them", async () => {
    await emil.button("Take it back").click();
    await expect(chioma.page.getByText("They took it back").first()).toBeVisible();
    await expect(emil.page.getByText("you are blurred and silent").first()).toBeVisible();
    await elapsed(chioma, 12);
    await chioma.button("Stop recording").click();
    await expect(chioma.page.getByText("Your recording is saved").first()).toBeVisible(BUSY);
    await expect(emil.page.getByText("you are blurred and silent")).toHaveCount(0);
  });

  await test.step("it plays, seeks, and holds both pictures and their voice until then", async () => {
    const see = chioma.page.getByRole("link", { name: "See your recordings" });
    await expect(see.first()).toHaveAttribute("target", "_blank");
    const window = await chioma.secondWindow("Chioma", origin);
    await window.open("/recordings");
    const list = window.page;
    const film = join(folder, "both.mp4");
    await download(list, film);
    await expectAccessible(window, "the list of recordings");
    const { seconds, streams } = streamsOf(film);
    expect(streams.map(({ codec_name }) => codec_name).sort()).toEqual(["h264", "opus"]);
    expect(offBy(seconds, await begun, await ended)).toBeLessThanOrEqual(CLOCK_SLACK);
    expect(endOfPictures(film)).toBeGreaterThan(seconds - CLOCK_SLACK);
    expect(seek(film, 8)).toBeGreaterThan(4);

    const [theirs, own] = [lookAt(film, 3, THEIRS), lookAt(film, 3, OWN)];
    expect(theirs.contrast).toBeGreaterThan(80);
    expect(
      Math.abs(theirs.blueness - own.blueness) + Math.abs(theirs.redness - own.redness),
    ).toBeGreaterThan(20);
    expect(loudest(film, 1, 5)).toBeGreaterThan(-50);

    const veiled = lookAt(film, seconds - 2, THEIRS);
    expect(veiled.contrast).toBeLessThan(theirs.contrast / 2);
    expect(loudest(film, seconds - 3, seconds)).toBeLessThan(-70);

    await list.getByRole("button", { name: /^Delete the recording/ }).click();
    await list.getByRole("button", { name: "Yes, delete it" }).click();
    await expect(list.getByText("Nothing here yet.")).toBeVisible();
    await list.close();
  });

  await test.step("a browser that is killed loses a second at most, and the lobby leads to the rest", async () => {
    await chioma.page.keyboard.press("m");
    await chioma.button("Good").first().click();
    await chioma.page.getByRole("radio", { name: "Only you" }).check();
    await chioma.page.getByRole("radio", { name: /^WebM/ }).check();
    const again = appearance(chioma.page, "You are recording only yourself.");
    await chioma.button("Start recording").click();
    await elapsed(chioma, 6);
    const recorded = (Date.now() - (await again)) / 1000;
    const back = await chioma.killAndReturn();
    try {
      await openSignedIn(back, "/meet");
      await back.page.getByRole("link", { name: "Go and recover it" }).click();
      await back.page.getByRole("button", { name: /^Recover the recording/ }).click(BUSY);
      const film = join(folder, "own.webm");
      await download(back.page, film);
      const { seconds, streams } = streamsOf(film);
      expect(streams.map(({ codec_type }) => codec_type).sort()).toEqual(["audio", "video"]);
      // It went on until the browser was gone, a moment after the look at the clock.
      expect(seconds).toBeGreaterThan(recorded - 1);
      expect(endOfPictures(film)).toBeGreaterThan(recorded - 1);
      expect(seek(film, 5)).toBeGreaterThan(2);
      expect(loudest(film, 0, seconds)).toBeGreaterThan(-50);
      await back.page.getByRole("link", { name: "Meet", exact: true }).click();
      await expect(back.button("Meet")).toBeEnabled();
      await expect(back.page.getByRole("link", { name: "Go and recover it" })).toHaveCount(0);
    } finally {
      await back.leave();
    }
  });
});

test("where a window gets no frames it records all the same, shared screens with it, until the pass is sold", async ({
  arrive,
  service,
  camera,
  folder,
}) => {
  const { localhost: origin } = service;
  const farah = await arrive("Farah", { origin });
  const goran = await arrive("Goran", { origin, camera });
  // As in Firefox and Safari, whose windows do not have it.
  await farah.page.addInitScript(() => Reflect.deleteProperty(window, "MediaStreamTrackProcessor"));
  for (const person of [farah, goran]) await person.comeIn();
  await meet(farah, goran);

  const begun = appearance(farah.page, "You are recording both of you.");
  const ended = appearance(farah.page, "Saving the recording…");
  await test.step("a screen that the other shares is recorded, with them beside it", async () => {
    await openRecording(farah);
    await farah.page.getByRole("radio", { name: /^WebM/ }).check();
    await farah.button("Ask them").click();
    await goran.button("Allow it").click();
    await elapsed(farah, 4);
    await goran.page.keyboard.press("s");
    await expect(farah.page.getByTestId("remote-screen")).toBeVisible();
    await expectMore(farah.page, "screen", "framesDecoded");
    await elapsed(farah, 12);
  });

  await test.step("a disk that gets full ends a recording while it can still be made whole", async () => {
    await leaveRoom(goran, 10);
    await openRecording(goran);
    await goran.page.getByRole("radio", { name: "Only you" }).check();
    await goran.button("Start recording").click();
    await expect(goran.page.getByText("There is no room left on this device.").first()).toBeVisible(
      BUSY,
    );
    await expect(goran.page.getByText("What was recorded until then is saved").first()).toBeVisible(
      BUSY,
    );
    await goran.button("Good").first().click();
  });

  await test.step("when the pass is sold the recording is finished, and says why", async () => {
    const buyer = await OutsideThePage.of("Hana", service.localhost);
    await (await OutsideThePage.of("Farah", service.localhost)).sellPasses(buyer.address);
    await expect(
      farah.page.getByText("Your pass no longer unlocks recording. What you had is saved").first(),
    ).toBeVisible(BUSY);
    await expect(farah.dialog("Recording")).toContainText("Bronze");
    await expect(goran.page.getByText("They are recording you.")).toHaveCount(0);
    await expectAccessible(farah, "a recording that ended with the pass");
    for (const person of [farah, goran]) await person.expectPhase("live");
  });

  await test.step("nothing of it is lost", async () => {
    const window = await farah.secondWindow("Farah", origin);
    await window.open("/recordings");
    const film = join(folder, "sold.webm");
    await download(window.page, film);
    const { seconds, streams } = streamsOf(film);
    expect(streams.map(({ codec_name }) => codec_name).sort()).toEqual(["opus", "vp9"]);
    expect(offBy(seconds, await begun, await ended)).toBeLessThanOrEqual(CLOCK_SLACK);
    expect(endOfPictures(film)).toBeGreaterThan(seconds - CLOCK_SLACK);
    expect(seek(film, 10)).toBeGreaterThan(2);
    expect(loudest(film, 0, seconds)).toBeGreaterThan(-50);

    expect(lookAt(film, 2, THEIRS).contrast).toBeGreaterThan(80);
    const late = seconds - 2;
    // The chessboard is beside the screen then, and no longer where it was.
    expect(lookAt(film, late, BESIDE).contrast).toBeGreaterThan(80);
    expect(differenceOf(lookAt(film, 2, SCREEN), lookAt(film, late, SCREEN))).toBeGreaterThan(20);
    expect(differenceOf(lookAt(film, 2, BESIDE), lookAt(film, late, BESIDE))).toBeGreaterThan(5);
  });
});

/** Lets the browser have this many megabytes more for the page's origin, and no more. */
async function leaveRoom({ page, origin }: Person, megabytes: number): Promise<void> {
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", {
    origin,
    quotaSize: usage + megabytes * 1_000_000,
  });
}

/** How far a film's length is from what the clock says, in seconds. */
function offBy(seconds: number, begun: number, ended: number): number {
  return Math.abs(seconds - (ended - begun) / 1000);
}
