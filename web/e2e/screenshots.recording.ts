import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AT_HOME, AT_NIGHT, film } from "./film";
import { withFilm } from "./filmed";
import type { Person } from "./person";
import { BUSY, elapsed, meet, openRecording, openSignedIn } from "./recordings";
import { expect, test } from "./test";
import { root } from "./world/child";
import { withOwnService } from "./world/ownService";

const folder = join(root, "web", "target", "screenshots", "recording");
const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

test("everything about recording, on a desktop and on a phone, by day and by night", async ({
  arrive,
}) => {
  mkdirSync(folder, { recursive: true });
  await withFilm(
    (browser, file) => film(browser, file, AT_NIGHT),
    (night) =>
      withFilm(
        (browser, file) => film(browser, file, AT_HOME),
        (home) =>
          withOwnService("recording-pictures", [], async ({ localhost: origin }) => {
            const ada = await arrive("Ada", { origin, camera: night });
            const bruno = await arrive("Bruno", { origin, camera: home });
            await ada.comeIn();
            await bruno.signIn();
            await bruno.stake();
            await bruno.button("Go and meet someone").click();
            await meet(ada, bruno);
            await inTheCall(ada, bruno);
            await afterIt(ada);
          }),
      ),
  );
});

async function inTheCall(ada: Person, bruno: Person): Promise<void> {
  await openRecording(bruno);
  await shoot(bruno, "01-locked");
  await bruno.page.keyboard.press("o");
  await openRecording(ada);
  await shoot(ada, "02-choice");
  await ada.button("Ask them").click();
  await shoot(ada, "03-asking");
  await shoot(bruno, "04-asked");
  await bruno.button("Allow it").click();
  await shoot(bruno, "05-recorded");
  await shoot(ada, "06-recording-listed");
  await ada.page.keyboard.press("o");
  await shoot(ada, "07-recording");
  await bruno.button("Take it back").click();
  await shoot(ada, "08-taken-back");
  await shoot(bruno, "09-blurred");
  await ada.button("Stop recording").click();
  await expect(ada.page.getByText("Your recording is saved").first()).toBeVisible(BUSY);
  await shoot(ada, "10-saved");
  await ada.button("Good").first().click();
}

async function afterIt(ada: Person): Promise<void> {
  await openRecording(ada);
  await ada.page.getByRole("radio", { name: "Only you" }).check();
  await ada.button("Start recording").click();
  await elapsed(ada, 4);
  const back = await ada.killAndReturn();
  try {
    await openSignedIn(back, "/meet");
    await expect(back.page.getByRole("link", { name: "Go and recover it" })).toBeVisible();
    await shoot(back, "11-lobby");
    await back.page.getByRole("link", { name: "Go and recover it" }).click();
    await expect(back.page.getByRole("button", { name: /^Recover the recording/ })).toBeVisible();
    await shoot(back, "12-list");
    await back.page.getByRole("button", { name: /^Recover the recording/ }).click();
    const first = back.page.getByRole("button", { name: /^Delete the recording/ }).first();
    await expect(back.page.getByRole("button", { name: /^Download/ })).toHaveCount(2, BUSY);
    await first.click();
    await shoot(back, "13-delete");
  } finally {
    await back.leave();
  }
}

async function shoot({ page }: Person, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize(SIZES.desktop);
}
