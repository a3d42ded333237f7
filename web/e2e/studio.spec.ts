import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { watchSending, withCables } from "./devices";
import { AT_HOME, film } from "./film";
import { withFilm } from "./filmed";
import { expectMore, expectNoMore, expectToSee } from "./media";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { type OwnService, withOwnService } from "./world/ownService";

const test = base.extend<object, { readonly service: OwnService; readonly somebody: string }>({
  somebody: [
    async ({}, provide) => {
      await withFilm((browser, file) => film(browser, file, AT_HOME), provide);
    },
    { scope: "worker" },
  ],
  service: [
    async ({}, provide) => {
      await withOwnService("studio", [], provide);
    },
    { scope: "worker", timeout: 150_000 },
  ],
});

/** The energy of all that was heard (webrtc-stats): silence, however it comes, adds nothing. */
const VOICE = ["microphone", "totalAudioEnergy"] as const;
const CARD = "card.png";
/** Parts of the picture, in shares of its width and height: well within what is drawn there. */
const MIDDLE = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
const RIGHT_HALF = { x: 0.7, y: 0.45, width: 0.1, height: 0.1 };
const LEFT_HALF = { x: 0.2, y: 0.45, width: 0.1, height: 0.1 };
/** Of somebody in front of a wall. */
const FACE = { x: 0.48, y: 0.47, width: 0.04, height: 0.04 };
const WALL = { x: 0.08, y: 0.1, width: 0.06, height: 0.06 };
const SMALL_CORNER = { x: 0.82, y: 0.8, width: 0.06, height: 0.06 };

test("several inputs make one picture and one sound, switched live, and nothing that is unplugged or sold ends the call", async ({
  arrive,
  service,
}) => {
  test.setTimeout(300_000);
  const { localhost: origin } = service;
  const chioma = await arrive("Chioma", { origin, cameras: 3, prepare: withCables });
  const hana = await arrive("Hana", { origin, viewport: { width: 390, height: 844 } });
  await chioma.signIn();
  const done = await chioma.mint("Silver");
  await done.getByRole("button", { name: "Go and meet someone" }).click();
  await hana.comeIn();
  for (const person of [chioma, hana]) await person.meet();
  for (const person of [chioma, hana]) await person.expectPhase("live");
  for (const person of [chioma, hana]) await person.show();
  for (const person of [chioma, hana]) await person.expectClear();
  await watchSending(chioma.page);
  const studio = chioma.dialog("Studio");
  const choose = (place: string, input: string) =>
    studio.getByRole("combobox", { name: place }).selectOption({ label: input });

  await test.step("whose pass does not unlock it is told which does", async () => {
    await hana.page.keyboard.press("g");
    const locked = hana.dialog("Studio");
    await expect(locked).toContainText("Silver");
    await expect(locked.getByRole("link", { name: "See the passes" })).toBeVisible();
    await expectAccessible(hana, "the studio, locked");
    await hana.page.keyboard.press("Escape");
  });

  await test.step("a picture stands beside the camera's, and the other sees both", async () => {
    await chioma.page.keyboard.press("g");
    await studio
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        ...{ name: CARD, mimeType: "image/png" },
        buffer: await magenta(chioma.page),
      });
    await studio.getByRole("radio", { name: "Side by side" }).check();
    await expectMagenta(hana.page, RIGHT_HALF);
    await expectNotMagenta(hana.page, LEFT_HALF);
    await expectAccessible(chioma, "the studio with two pictures");
  });

  await test.step("scenes are switched, and what is sent stays the same track", async () => {
    await chioma.page.evaluate(() => (window.sending = []));
    await studio.getByRole("radio", { name: "One upon the other" }).check();
    await expectMagenta(hana.page, SMALL_CORNER);
    await expectNotMagenta(hana.page, MIDDLE);
    await studio.getByRole("button", { name: "Swap them" }).click();
    await expectMagenta(hana.page, MIDDLE);
    await expectNotMagenta(hana.page, SMALL_CORNER);
    await studio.getByRole("radio", { name: "One picture" }).check();
    await expectMagenta(hana.page, SMALL_CORNER);
    await expectToSee(hana.page);
    expect(await chioma.page.evaluate(() => window.sending)).toEqual([]);
  });

  await test.step("a second camera takes the place of the picture", async () => {
    await studio.getByRole("button", { name: "Add fake_device_2" }).click();
    await choose("Large", "fake_device_2");
    await expectNotMagenta(hana.page, MIDDLE);
    await studio.getByRole("radio", { name: "Side by side" }).check();
    await choose("Beside it, or small", CARD);
    await expectMagenta(hana.page, RIGHT_HALF);
    await expectToSee(hana.page);
  });

  await test.step("it is unplugged: the rest takes its room, and gives it back", async () => {
    await chioma.page.evaluate(() => window.cables.unplug("fake_device_2"));
    await expect(studio.getByText("Unplugged")).toBeVisible();
    // Alone beside it, the card has the whole frame, or the camera does beside the card.
    await expectToSee(hana.page);
    await chioma.page.evaluate(() => window.cables.plug("fake_device_2"));
    await expect(studio.getByText("Unplugged")).toBeHidden();
    await expectMagenta(hana.page, RIGHT_HALF);
    for (const person of [chioma, hana]) await person.expectPhase("live");
  });

  await test.step("a second sound is mixed in, each as loud as wanted, with a meter that moves", async () => {
    await studio.getByRole("button", { name: "Add Fake Audio Input 2" }).click();
    await expectMore(hana.page, ...VOICE);
    await slide(studio.getByRole("slider", { name: "Loudness of Your microphone" }), "0");
    await slide(studio.getByRole("slider", { name: "Loudness of Fake Audio Input 2" }), "0");
    await expectNoMore(hana.page, ...VOICE);
    await slide(studio.getByRole("slider", { name: "Loudness of Fake Audio Input 2" }), "1.5");
    await expectMore(hana.page, ...VOICE);
    const meter = studio.getByRole("meter", { name: "Level of Fake Audio Input 2" });
    await expect.poll(() => meter.getAttribute("aria-valuenow").then(Number)).toBeGreaterThan(0);
  });

  await test.step("muted and with the camera off, nothing of the studio goes out", async () => {
    await chioma.page.keyboard.press("Escape");
    await chioma.page.keyboard.press("m");
    await expectNoMore(hana.page, ...VOICE);
    await chioma.page.keyboard.press("m");
    await expectMore(hana.page, ...VOICE);
    await chioma.page.keyboard.press("v");
    await expect(hana.page.getByText("Their camera is off").first()).toBeVisible();
    await chioma.page.keyboard.press("v");
    await expectMagenta(hana.page, RIGHT_HALF);
  });

  await test.step("it was never negotiated again, and nothing was missing from what was sent", async () => {
    expect(await chioma.page.evaluate(() => window.negotiations)).toBe(1);
  });

  await test.step("when the pass is sold the own camera goes on, and the page says why", async () => {
    await chioma.page.keyboard.press("g");
    await choose("Large", "Your camera");
    const buyer = await OutsideThePage.of("Bruno", service.localhost);
    await (await OutsideThePage.of("Chioma", service.localhost)).sellPasses(buyer.address);
    await expect(studio.getByText("Your pass no longer unlocks studio inputs.")).toBeVisible();
    await expectNotMagenta(hana.page, RIGHT_HALF);
    await expectToSee(hana.page);
    await expect.poll(() => openedCameras(chioma.page)).not.toContain("fake_device_2");
    for (const person of [chioma, hana]) await person.expectPhase("live");
  });
});

test("what is behind somebody is blurred, or a picture, and they themselves are neither", async ({
  arrive,
  service,
  somebody,
}) => {
  test.setTimeout(240_000);
  const { localhost: origin } = service;
  const dara = await arrive("Dara", { origin, camera: somebody });
  const emil = await arrive("Emil", { origin });
  await dara.signIn();
  const done = await dara.mint("Silver");
  await done.getByRole("button", { name: "Go and meet someone" }).click();
  await emil.comeIn();
  for (const person of [dara, emil]) await person.meet();
  for (const person of [dara, emil]) await person.expectPhase("live");
  for (const person of [dara, emil]) await person.show();
  for (const person of [dara, emil]) await person.expectClear();
  const before = await colourAt(emil.page, FACE);
  await dara.page.keyboard.press("g");
  const studio = dara.dialog("Studio");

  await test.step("a picture stands behind them", async () => {
    await studio
      .locator("input[type=file]")
      .nth(1)
      .setInputFiles({
        ...{ name: CARD, mimeType: "image/png" },
        buffer: await magenta(dara.page),
      });
    await expectMagenta(emil.page, WALL);
    // The first mask comes after the first picture.
    await expectNotMagenta(emil.page, FACE);
    await expectMagenta(emil.page, WALL);
    await expect
      .poll(async () => distance(await colourAt(emil.page, FACE), before), { timeout: 30_000 })
      .toBeLessThan(40);
    await expect(dara.button("Show it to them anyway")).toBeHidden();
  });

  await test.step("the wall is blurred, and the face is not", async () => {
    await studio.getByRole("radio", { name: "Blurred" }).check();
    await expectNotMagenta(emil.page, WALL);
    await expect
      .poll(async () => distance(await colourAt(emil.page, FACE), before), { timeout: 30_000 })
      .toBeLessThan(40);
    await expectAccessible(dara, "the studio with a blurred wall");
  });

  await test.step("when the pass is sold nobody sees the wall: the camera is off, until it is wanted", async () => {
    const buyer = await OutsideThePage.of("Goran", service.localhost);
    await (await OutsideThePage.of("Dara", service.localhost)).sellPasses(buyer.address);
    await expect(studio.getByText("so your camera is off")).toBeVisible();
    await expect(emil.page.getByText("Their camera is off").first()).toBeVisible();
    await dara.page.keyboard.press("Escape");
    await dara.page.keyboard.press("v");
    await expect
      .poll(async () => distance(await colourAt(emil.page, FACE), before), { timeout: 30_000 })
      .toBeLessThan(40);
    for (const person of [dara, emil]) await person.expectPhase("live");
  });

  await test.step("nothing of it came from anywhere else", () => {
    const strange = dara.requests.filter(
      (line) => line.includes("http") && !line.includes(origin) && !line.includes("127.0.0.1"),
    );
    expect(strange).toEqual([]);
  });
});

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

/** A range is set as by a drag. */
async function slide(slider: ReturnType<Page["getByRole"]>, value: string): Promise<void> {
  await slider.fill(value);
}

async function magenta(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 360);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.fillStyle = "#ff00ff";
    context.fillRect(0, 0, 640, 360);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  return Buffer.from(bytes);
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function expectMagenta(page: Page, part: Part): Promise<void> {
  return expect.poll(() => isMagenta(page, part), { timeout: 30_000 }).toBe(true);
}

function expectNotMagenta(page: Page, part: Part): Promise<void> {
  return expect.poll(() => isMagenta(page, part), { timeout: 30_000 }).toBe(false);
}

/** Whether this part of the other's decoded picture is the card's colour. */
async function isMagenta(page: Page, part: Part): Promise<boolean> {
  const [red = 0, green = 0, blue = 0] = await colourAt(page, part);
  return red > 180 && green < 80 && blue > 180;
}

/** Red, green and blue of this part of the other's decoded picture. */
function colourAt(page: Page, part: Part): Promise<readonly number[]> {
  return page.getByTestId("remote-video").evaluate((element, part) => {
    const video = element as HTMLVideoElement;
    const { videoWidth: width, videoHeight: height } = video;
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    if (context === null) throw new Error("no canvas");
    const from = [
      part.x * width,
      part.y * height,
      part.width * width,
      part.height * height,
    ] as const;
    context.drawImage(video, ...from, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, part);
}

function openedCameras(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    window.cables
      .tracks()
      .flatMap(({ label, kind, readyState }) =>
        kind === "video" && readyState === "live" ? [label] : [],
      ),
  );
}
