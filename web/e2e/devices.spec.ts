import type { Page } from "@playwright/test";
import { watchSending, withCables } from "./devices";
import { expectMore, expectNoMore, expectToSee } from "./media";
import { expect, test } from "./test";
import { meet } from "./together";

/** The energy of all that was heard (webrtc-stats): silence, however it comes, adds nothing. */
const VOICE = ["microphone", "totalAudioEnergy"] as const;

test("cameras and microphones change in the middle of a call, by choice and by cable, and nobody sees a gap", async ({
  arrive,
  unhurried,
}) => {
  test.setTimeout(180_000);
  const origin = unhurried.localhost;
  // The second of the fake ones measures depth, which nobody can send.
  const chioma = await arrive("Chioma", { origin, cameras: 3, prepare: withCables });
  const hana = await arrive("Hana", { origin });
  await meet(chioma, hana);
  for (const person of [chioma, hana]) await person.show();
  for (const person of [chioma, hana]) await person.expectClear();
  await watchSending(chioma.page);
  const devices = chioma.dialog("Devices");
  const announced = chioma.page.getByTestId("announcements");

  await test.step("another camera is chosen", async () => {
    expect(await opened(chioma.page)).toContain("fake_device_0");
    await chioma.page.keyboard.press("d");
    await devices.getByRole("combobox", { name: "Camera" }).selectOption("fake_device_2");
    await expectSent(chioma.page, "fake_device_2");
    await expectNoGap(chioma.page);
    await expectToSee(hana.page);
    await expect.poll(() => opened(chioma.page)).not.toContain("fake_device_0");
  });

  await test.step("another microphone is chosen", async () => {
    await devices.getByRole("combobox", { name: "Microphone" }).selectOption("Fake Audio Input 2");
    await expectSent(chioma.page, "Fake Audio Input 2");
    await expectNoGap(chioma.page);
    await expectMore(hana.page, ...VOICE);
    await chioma.page.keyboard.press("Escape");
  });

  await test.step("the camera is unplugged: the other takes over, and that is said", async () => {
    await chioma.page.evaluate(() => window.cables.unplug("fake_device_2"));
    const gone = "Your camera is gone. fake_device_0 is in use now.";
    await expect(announced).toHaveText(gone);
    await expect(chioma.page.getByText(gone).first()).toBeVisible();
    await expectSent(chioma.page, "fake_device_0");
    await expectToSee(hana.page);
  });

  await test.step("it is plugged in again, and is in use again", async () => {
    await chioma.page.evaluate(() => (window.sending = []));
    await chioma.page.evaluate(() => window.cables.plug("fake_device_2"));
    await expect(announced).toHaveText("fake_device_2 is in use now.");
    await expectSent(chioma.page, "fake_device_2");
    await expectNoGap(chioma.page);
    await expectToSee(hana.page);
  });

  await test.step("nothing of it was negotiated", async () => {
    for (const { page } of [chioma, hana])
      expect(await page.evaluate(() => window.negotiations)).toBe(1);
  });
});

test("somebody sets how loud the other is, and speaks while a key is held", async ({
  arrive,
  unhurried,
}) => {
  test.setTimeout(180_000);
  const origin = unhurried.localhost;
  const ada = await arrive("Ada", { origin });
  const farah = await arrive("Farah", { origin });
  await meet(ada, farah);

  await test.step("Farah turns Ada down, and off, and hears her again", async () => {
    await farah.page.keyboard.press("u");
    const volume = farah.dialog("Volume");
    await volume.getByRole("slider", { name: "How loud they are" }).fill("0.4");
    await expect.poll(() => sound(farah.page)).toEqual({ volume: 0.4, muted: false });
    await volume.getByRole("checkbox", { name: "Mute them" }).check();
    await expect.poll(() => sound(farah.page)).toEqual({ volume: 0.4, muted: true });
    await farah.button("Hear them").click();
    await expect.poll(() => sound(farah.page)).toEqual({ volume: 0.4, muted: false });
    await farah.page.keyboard.press("Escape");
    const remembered = await farah.page.evaluate(() => localStorage.getItem("passerby.remembered"));
    expect(JSON.parse(remembered ?? "{}")).toMatchObject({ volume: 0.4 });
  });

  const muted = farah.page.getByText("They are muted");
  await test.step("Ada mutes herself: nothing of her is heard", async () => {
    await ada.wake();
    await ada.button("More").click();
    await ada.page.getByRole("menuitemcheckbox", { name: "Push to talk" }).click();
    await ada.page.keyboard.press("m");
    await expect(muted).toBeVisible();
    await expectNoMore(farah.page, ...VOICE);
  });

  await test.step("while she holds the space bar she is heard, and Farah is told", async () => {
    await ada.page.keyboard.down("Space");
    await expect(muted).toBeHidden();
    await expect(ada.page.getByText("They hear you while you hold the space bar")).toBeVisible();
    await expectMore(farah.page, ...VOICE);
    await ada.page.keyboard.up("Space");
    await expect(muted).toBeVisible();
    await expect(ada.button("Mute")).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("a control that was reached with the keyboard keeps the key to itself", async () => {
    await ada.button("Mute").focus();
    await ada.page.keyboard.press("Tab");
    await ada.page.keyboard.press("Shift+Tab");
    await ada.page.keyboard.press("Space");
    await expect(muted).toBeHidden();
    await expect(ada.button("Mute")).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("every key is listed", async () => {
    await ada.page.keyboard.press("k");
    const keys = ada.dialog("Keys");
    for (const name of ["Mute", "Share screen", "Full screen", "Connection", "Leave"])
      await expect(keys.getByText(name, { exact: true })).toBeVisible();
    await expect(keys.getByText("Speak while you hold it", { exact: false })).toBeVisible();
  });
});

/** The device is what a sender was given last. */
async function expectSent(page: Page, device: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.sending.at(-1))).toBe(device);
}

/** No sender was ever without anything to send. */
async function expectNoGap(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.sending)).not.toContain(null);
}

/** The cameras and microphones that are open. */
function opened(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    window.cables
      .tracks()
      .flatMap(({ label, readyState }) => (readyState === "live" ? [label] : [])),
  );
}

function sound(page: Page): Promise<{ readonly volume: number; readonly muted: boolean }> {
  return page
    .getByTestId("remote-video")
    .evaluate(({ volume, muted }: HTMLVideoElement) => ({ volume, muted }));
}
