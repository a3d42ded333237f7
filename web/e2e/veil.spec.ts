import type { BrowserContext } from "@playwright/test";
import { chessboard } from "./film";
import { withFilm } from "./filmed";
import type { Person } from "./person";
import {
  CLEAR,
  COARSE,
  nextPictures,
  type Picture,
  pictures,
  sharpest,
  takePictures,
  watchPictures,
} from "./sharpness";
import { expect, test as base } from "./test";
import { comeIn } from "./together";

const test = base.extend<object, { readonly camera: string }>({
  camera: [
    async ({}, provide) => {
      await withFilm(chessboard, provide);
    },
    { scope: "worker" },
  ],
});

/** Without the means to work on frames in a worker: what other browsers do, they do on a canvas. */
async function withoutBreakoutBox(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, "MediaStreamTrackGenerator");
  });
}

test("nobody is seen in a single frame, from the first one on, before both want it", async ({
  arrive,
  unhurried,
  camera,
}) => {
  test.setTimeout(240_000);
  const { localhost: origin } = unhurried;
  const ada = await arrive("Ada", { origin, camera, prepare: watchPictures });
  const bruno = await arrive("Bruno", {
    origin,
    camera,
    prepare: async (context) => {
      await watchPictures(context);
      await withoutBreakoutBox(context);
    },
  });
  const both = [ada, bruno] as const;

  await test.step("they meet, and see light and colours", async () => {
    await comeIn(...both);
    for (const person of both) await person.meet();
    for (const person of both) await person.expectPhase("live");
    for (const { page } of both) expectVeiled(await pictures(page, 20));
  });

  await test.step("one wants to be seen: the other is told, and sees no more than before", async () => {
    await ada.show();
    await expect(ada.page.getByText("You are ready.", { exact: false }).first()).toBeVisible();
    await expect(bruno.page.getByText("They are ready", { exact: false }).last()).toBeVisible();
    for (const { page } of both) expectVeiled(await pictures(page, 20));
  });

  await test.step("it can be taken back", async () => {
    await ada.button("Take it back").click();
    await expect(bruno.page.getByText("You see each other blurred. They hear you.")).toBeVisible();
    await bruno.show();
    await expect(ada.page.getByText("They are ready", { exact: false }).last()).toBeVisible();
    for (const { page } of both) expectVeiled(await pictures(page, 20));
  });

  await test.step("both want it: both see each other clearly", async () => {
    for (const { page } of both) expectVeiled(await pictures(page, 0));
    await ada.show();
    for (const person of both) await person.expectClear();
    for (const { page } of both) await expectClearFrames(page);
  });

  await test.step("one veils again: neither is seen any more", async () => {
    await bruno.page.keyboard.press("r");
    for (const { page } of both)
      await expect.poll(async () => sharpest(await nextPictures(page, 5))).toBeLessThan(COARSE);
    await expect(bruno.page.getByText("You see each other blurred. They hear you.")).toBeVisible();
    for (const { page } of both) expectVeiled(await nextPictures(page, 20));
  });

  await test.step("another camera, or the same one off and on, is as veiled", async () => {
    await ada.page.keyboard.press("v");
    await expect(bruno.page.getByText("Their camera is off")).toBeVisible();
    await ada.page.keyboard.press("v");
    await expect(bruno.page.getByText("Their camera is off")).toBeHidden();
    expectVeiled(await pictures(bruno.page, 20));
  });

  await test.step("the next one sees as little, although this one had been seen", async () => {
    for (const person of both) await person.show();
    for (const person of both) await person.expectClear();
    const chioma = await arrive("Chioma", { origin, camera, prepare: watchPictures });
    await comeIn(chioma);
    await chioma.meet();
    await takePictures(ada.page);
    await ada.page.keyboard.press("n");
    for (const person of [ada, chioma]) await person.expectPhase("live");
    expectVeiled(await pictures(chioma.page, 20));
    const seen = await pictures(ada.page, 60);
    expectVeiled(seen.filter(({ connection }) => connection === 2));
  });
});

/** Light and colours are there, and nothing else. */
function expectVeiled(pictures: readonly Picture[]): void {
  expect(sharpest(pictures)).toBeLessThan(COARSE);
  const last = pictures.at(-1);
  if (last === undefined) return;
  expect(last.left[0], "warm on the left").toBeGreaterThan(last.left[2] + 20);
  expect(last.right[2], "cold on the right").toBeGreaterThan(last.right[0] + 20);
}

async function expectClearFrames(page: Person["page"]): Promise<void> {
  await expect.poll(async () => sharpest(await nextPictures(page, 3))).toBeGreaterThan(CLEAR);
}
