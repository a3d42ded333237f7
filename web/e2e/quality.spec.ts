import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { Line } from "./line";
import { expectMore, expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";

/** Browsers find out slowly what a line has become, and the page waits until it lasts. */
const SLOWLY = { timeout: 45_000 };

test("the picture follows what the line carries, and both pages say how it does and why", async ({
  arrive,
  unhurried,
}) => {
  test.setTimeout(280_000);
  const origin = unhurried.localhost;
  const dara = await arrive("Dara", { origin });
  const goran = await arrive("Goran", { origin, viewport: { width: 390, height: 844 } });
  const line = await Line.between(dara, goran);
  try {
    for (const person of [dara, goran]) await person.comeIn();
    for (const person of [dara, goran]) await person.meet();
    for (const person of [dara, goran]) {
      await person.expectPhase("live");
      await expectToSee(person.page);
    }

    await test.step("on a good line the whole picture is sent", async () => {
      for (const person of [dara, goran]) await person.show();
      for (const person of [dara, goran]) await person.expectClear();
      for (const person of [dara, goran]) await expectLevel(person, "good");
      await expect.poll(() => heightSent(dara.page), SLOWLY).toBe(540);
    });

    await test.step("the curious find figures of both directions", async () => {
      await dara.page.keyboard.press("i");
      const panel = dara.dialog("Connection");
      await expect(panel).toContainText("Straight from device to device");
      await expect(panel).toContainText(/DTLS 1\.[23]/);
      const table = panel.getByRole("table");
      await expect(table.getByRole("row", { name: /^Coding VP8 VP8$/ })).toBeVisible();
      await expect(table.getByRole("row", { name: /^Coding opus opus$/ })).toBeVisible();
      await expect(table.getByRole("row", { name: /^Size \d+ × \d+ 960 × 540$/ })).toBeVisible();
      await expectAccessible(dara, "the figures");
      await dara.page.keyboard.press("Escape");
    });

    await test.step("on a narrow one it becomes smaller, and both are told that it is the line", async () => {
      line.from(dara, { bitsPerSecond: 260_000 });
      await expectLevel(dara, "fair", "Your line is too narrow for a full picture.");
      await expectLevel(goran, "fair", "Their line is too narrow for a full picture.");
      expect(await heightSent(dara.page)).toBeLessThan(540);
      await expectToSee(goran.page);
      await expectAccessible(goran, "a narrow line");
    });

    await test.step("on one for a voice alone the picture rests, and the voice goes on", async () => {
      line.from(dara, { bitsPerSecond: 45_000 });
      await expect(
        goran.page.getByText("Their line is too narrow for a picture right now."),
      ).toBeVisible(SLOWLY);
      await expectMore(goran.page, "microphone", "packetsReceived");
      await goran.expectPhase("live");
    });

    await test.step("when the line is wide again the picture comes back, and grows", async () => {
      line.from(dara, {});
      await expect(
        goran.page.getByText("Their line is too narrow for a picture right now."),
      ).toBeHidden(SLOWLY);
      await expectToSee(goran.page);
      const small = await heightSent(dara.page);
      await expect.poll(() => heightSent(dara.page), SLOWLY).toBeGreaterThan(small);
    });
  } finally {
    line.close();
  }
});

test("what gets lost, and what takes long, is called that", async ({ arrive, unhurried }) => {
  test.setTimeout(180_000);
  const origin = unhurried.localhost;
  const dara = await arrive("Dara", { origin });
  const hana = await arrive("Hana", { origin });
  const line = await Line.between(dara, hana);
  try {
    for (const person of [dara, hana]) await person.comeIn();
    for (const person of [dara, hana]) await person.meet();
    for (const person of [dara, hana]) await person.expectPhase("live");
    await expectLevel(dara, "good");

    line.from(dara, { loss: 0.06 });
    await expectLevel(hana, "fair", "Some of what they send gets lost on the way.");
    await expectLevel(dara, "fair", "Some of what you send gets lost on the way.");

    line.from(dara, { delayMillis: 250 });
    line.from(hana, { delayMillis: 250 });
    for (const person of [dara, hana])
      await expectLevel(person, "fair", "What you say takes long to reach each other.");

    for (const person of [dara, hana]) line.from(person, {});
    for (const person of [dara, hana]) await expectLevel(person, "good");
  } finally {
    line.close();
  }
});

/** What the indicator shows: a level in words, and the reason where there is one. */
async function expectLevel({ page }: Person, level: string, reason?: string): Promise<void> {
  const indicator = page.getByTestId("connection");
  await expect(indicator).toHaveAttribute("data-level", level, SLOWLY);
  if (reason !== undefined) await expect(indicator).toContainText(reason, SLOWLY);
}

/** The height of one's own picture as it is sent now. */
function heightSent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let height = 0;
    (await window.connections.at(-1)?.getStats())?.forEach(
      (statistic: RTCOutboundRtpStreamStats) => {
        if (statistic.type === "outbound-rtp")
          height = Math.max(height, statistic.frameHeight ?? 0);
      },
    );
    return height;
  });
}
