import { expectAccessible } from "./accessibility";
import { expectMore, expectNoMore, expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { meet } from "./together";

test("a screen is shown beside its owner with its sound, and both are told when it comes and goes", async ({
  arrive,
  unhurried,
}) => {
  const origin = unhurried.localhost;
  const bruno = await arrive("Bruno", { origin });
  const farah = await arrive("Farah", { origin, viewport: { width: 390, height: 844 } });
  await meet(bruno, farah);

  await test.step("Bruno shares his screen from the menu", async () => {
    await chooseToShare(bruno);
    await expect(
      bruno.page.getByText("You are sharing your screen", { exact: true }),
    ).toBeVisible();
    await expectTold(bruno, "You are sharing your screen. They can see it now.");
    await expectTold(farah, "They are sharing their screen with you.");
  });

  await test.step("Farah sees and hears it, large, and Bruno in a corner of it", async () => {
    const screen = farah.page.getByTestId("remote-screen");
    const face = farah.page.getByTestId("remote-video");
    await expect(screen).toBeVisible();
    await expectMore(farah.page, "screen", "framesDecoded");
    await expectMore(farah.page, "screen-sound", "packetsReceived");
    await expect
      .poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(1_000);
    expect(await areaOf(farah, "remote-screen")).toBeGreaterThan(
      10 * (await areaOf(farah, "remote-video")),
    );
    await expectToSee(farah.page);
    await expect(face).toBeVisible();
    await expectAccessible(farah, "their screen");
    await expectAccessible(bruno, "one's own screen being shared");
  });

  await test.step("nothing was negotiated for it", async () => {
    for (const { page } of [bruno, farah])
      expect(await page.evaluate(() => window.negotiations)).toBe(1);
  });

  await test.step("the notice's button ends it, and both are told", async () => {
    await bruno.button("Stop sharing").click();
    await expectTold(bruno, "You are no longer sharing your screen.");
    await expectTold(farah, "They have stopped sharing their screen.");
    await expect(farah.page.getByTestId("remote-screen")).toBeHidden();
    await expectNoMore(farah.page, "screen", "framesDecoded");
    await expectToSee(farah.page);
    expect(await areaOf(farah, "remote-video")).toBeGreaterThan(200_000);
  });

  await test.step("with a key it comes back, and the browser's own button ends it, too", async () => {
    await bruno.page.keyboard.press("s");
    await expectTold(farah, "They are sharing their screen with you.");
    await expectMore(farah.page, "screen", "framesDecoded");
    // As the browser does it: the track ends, and nobody asks the page.
    await bruno.page.evaluate(() => {
      const track = window.screens.at(-1)?.getVideoTracks()[0];
      track?.stop();
      track?.dispatchEvent(new Event("ended"));
    });
    await expectTold(bruno, "You are no longer sharing your screen.");
    await expectTold(farah, "They have stopped sharing their screen.");
    await expect(farah.page.getByTestId("remote-screen")).toBeHidden();
  });
});

test("a shared screen is gone at the limit, on both sides, whatever comes after", async ({
  arrive,
}) => {
  const ada = await arrive("Ada");
  const emil = await arrive("Emil");
  await meet(ada, emil);
  await ada.page.keyboard.press("s");
  await expect(emil.page.getByTestId("remote-screen")).toBeVisible();
  await expectMore(emil.page, "screen", "framesDecoded");

  await Promise.all([ada, emil].map((person) => person.expectPhase("asking")));
  const captured = await ada.page.evaluate(() =>
    window.screens.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState)),
  );
  expect(captured.length).toBeGreaterThan(0);
  expect(new Set(captured)).toEqual(new Set(["ended"]));
  await expect(emil.page.getByTestId("remote-screen")).toBeHidden();
  await expectNoMore(emil.page, "screen", "framesDecoded");

  await Promise.all([ada, emil].map((person) => person.button("Yes, again").click()));
  await Promise.all([ada, emil].map((person) => person.expectPhase("live")));
  await expectToSee(emil.page);
  await expect(emil.page.getByTestId("remote-screen")).toBeHidden();
  await expectNoMore(emil.page, "screen", "framesDecoded");
});

async function chooseToShare(person: Person): Promise<void> {
  await person.wake();
  await person.button("More").click();
  await person.page.getByRole("menuitem", { name: "Share screen" }).click();
}

/** What a screen reader says. */
async function expectTold({ page }: Person, text: string): Promise<void> {
  await expect(page.getByTestId("announcements")).toHaveText(text);
}

async function areaOf({ page }: Person, testId: string): Promise<number> {
  const box = await page.getByTestId(testId).boundingBox();
  return box === null ? 0 : box.width * box.height;
}
