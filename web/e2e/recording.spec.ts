import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { chessboard } from "./film";
import { withFilm } from "./filmed";
import type { Person } from "./person";
import { lookAt, loudest, seek, streamsOf } from "./probe";
import { expect, test as base } from "./test";

const test = base.extend<object, { readonly camera: string; readonly folder: string }>({
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

/** Inside of either picture, left and right. */
const THEIRS = { x: 120, y: 200, width: 400, height: 300 };
const OWN = { x: 760, y: 200, width: 400, height: 300 };
/** Recording, saving and looking through files on a machine that has other things to do. */
const BUSY = { timeout: 60_000 };

test("a recording holds both as long as the other agrees, and survives a killed browser", async ({
  arrive,
  unhurried,
  camera,
  folder,
}) => {
  test.setTimeout(300_000);
  const { localhost: origin } = unhurried;
  const chioma = await arrive("Chioma", { origin });
  const emil = await arrive("Emil", { origin, camera, viewport: { width: 390, height: 844 } });
  await chioma.comeIn();
  await emil.signIn();
  await emil.stake();
  await emil.button("Go and meet someone").click();
  for (const person of [chioma, emil]) await person.meet();
  for (const person of [chioma, emil]) await person.expectPhase("live");
  for (const person of [chioma, emil]) await person.show();
  for (const person of [chioma, emil]) await person.expectClear();

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

  await test.step("the other is asked, says yes, and both see it all the while", async () => {
    // Whatever is heard is the other's voice.
    await chioma.page.keyboard.press("m");
    await openRecording(chioma);
    await chioma.button("Ask them").click();
    await expect(chioma.page.getByText("You asked whether").first()).toBeVisible();
    await expect(emil.page.getByText("They would like to record you").first()).toBeVisible();
    await expectAccessible(emil, "the question whether one may be recorded");
    await emil.button("Allow it").click();
    await expect(emil.page.getByText("They are recording you.").first()).toBeVisible();
    await expect(chioma.page.getByText("You are recording both of you.").first()).toBeVisible();
    await expectAccessible(chioma, "a recording that runs");
    await elapsed(chioma, "0:05");
  });

  await test.step("they take it back: the recording goes on without them", async () => {
    await emil.button("Take it back").click();
    await expect(chioma.page.getByText("They took it back").first()).toBeVisible();
    await expect(emil.page.getByText("you are blurred and silent").first()).toBeVisible();
    await elapsed(chioma, "0:12");
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
    expect(Math.abs(seconds - (await lengthOf(list)))).toBeLessThanOrEqual(0.5);
    expect(seconds).toBeGreaterThan(11);
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

  await test.step("a browser that is killed loses a second at most, and the page offers the rest", async () => {
    await chioma.page.keyboard.press("m");
    await chioma.button("Good").first().click();
    await chioma.page.getByRole("radio", { name: "Only you" }).check();
    await chioma.page.getByRole("radio", { name: /^WebM/ }).check();
    await chioma.button("Start recording").click();
    await expect(chioma.page.getByText("You are recording only yourself.").first()).toBeVisible();
    const seen = performance.now();
    await elapsed(chioma, "0:06");
    const killed = performance.now();
    const again = await chioma.killAndReturn();
    try {
      await openSignedIn(again, "/recordings");
      await again.page.getByRole("button", { name: /^Recover the recording/ }).click(BUSY);
      const film = join(folder, "own.webm");
      await download(again.page, film);
      const { seconds, streams } = streamsOf(film);
      expect(streams.map(({ codec_type }) => codec_type).sort()).toEqual(["audio", "video"]);
      expect(seconds).toBeGreaterThan((killed - seen) / 1000 - 1);
      expect(seek(film, 5)).toBeGreaterThan(2);
      expect(loudest(film, 0, seconds)).toBeGreaterThan(-50);
    } finally {
      await again.leave();
    }
  });
});

async function openRecording(person: Person): Promise<void> {
  await person.page.keyboard.press("o");
  await expect(person.dialog("Recording")).toBeVisible();
}

/** A browser that was killed may have lost its session, or not. */
async function openSignedIn(person: Person, path: string): Promise<void> {
  await person.open(path);
  const door = person.button("Sign in with your wallet");
  const inside = person.page.getByRole("heading", { name: "Your recordings" });
  await expect(door.or(inside)).toBeVisible();
  if (!(await door.isVisible())) return;
  await person.chooseToSignIn();
  await person.chooseWallet();
  await person.sign();
}

/** Waits until the recording says that it is this long. */
async function elapsed({ page }: Person, time: string): Promise<void> {
  await expect(page.getByText(time, { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

async function download(page: Page, to: string): Promise<void> {
  const button = page.getByRole("button", { name: /^Download the recording/ });
  await expect(button).toBeVisible(BUSY);
  const downloaded = page.waitForEvent("download", BUSY);
  await button.click();
  await (await downloaded).saveAs(to);
}

/** In seconds, as the page itself has written it beside the newest recording. */
function lengthOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const shelf = await root.getDirectoryHandle("recordings");
    for await (const recording of shelf.values()) {
      const facts = await (recording as FileSystemDirectoryHandle).getFileHandle("facts");
      const { length } = JSON.parse(await (await facts.getFile()).text()) as { length: number };
      return length / 1000;
    }
    return NaN;
  });
}
