import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";
import { AT_HOME, AT_NIGHT, film } from "./film";
import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { root } from "./world/child";

const folder = join(root, "web", "target", "screenshots");

test("every screen, on a desktop and on a phone, light and dark", async ({ arrive }) => {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ["--no-sandbox"],
  });
  const farah = await film(browser, join(folder, "farah.mjpeg"), AT_NIGHT);
  const emil = await film(browser, join(folder, "emil.mjpeg"), AT_HOME);
  await browser.close();

  const desktop = await arrive("Farah", { camera: farah });
  const phone = await arrive("Emil", { camera: emil, viewport: { width: 390, height: 844 } });
  const both = [desktop, phone] as const;
  const each = async (act: (person: Person) => Promise<unknown>) => {
    for (const person of both) await act(person);
  };
  const picture = (name: string) => each((person) => shoot(person, name));

  await each((person) => person.open());
  await each((person) => expect(person.button("Sign in with your wallet")).toBeEnabled());
  await picture("01-welcome");
  await each((person) => person.chooseToSignIn());
  await picture("02-choice");
  await each((person) => person.chooseWallet());
  await picture("03-signature");
  await each((person) => person.sign());
  await each((person) => person.goTo("Passes"));
  await each((person) => expect(person.button("Get a Gold pass")).toBeVisible());
  await picture("04-passes");
  await each((person) => person.button("Stake").click());
  await each((person) => expect(person.button("Open my wallet")).toBeVisible());
  await picture("05-stake");
  await each((person) => person.page.keyboard.press("Escape"));
  await each((person) => person.mint("Silver"));
  await picture("06-minted");
  await each((person) => person.button("Go and meet someone").click());
  await each((person) => expect(person.button("Meet")).toBeEnabled());
  await picture("07-lobby");
  await desktop.meet();
  await desktop.expectPhase("waiting");
  await shoot(desktop, "08-waiting");
  await phone.meet();
  await each((person) => person.expectPhase("live"));
  await each((person) => person.wake());
  await each(({ page }) => expectToSee(page));
  await picture("09-veiled");
  await each((person) => person.show());
  // The picture gets sharp as the browsers find out what the line can carry.
  await desktop.page.waitForTimeout(5_000);
  await desktop.wake();
  await desktop.page.screenshot({ path: join(root, "docs", "encounter.png") });
  await picture("10-live");
  await desktop.page.waitForTimeout(15_000);
  await picture("11-last-seconds");
  await each((person) => person.expectPhase("asking"));
  await picture("12-again");
  await desktop.button("No, thanks").click();
  await each((person) => person.expectPhase("ended"));
  await picture("13-end");
});

async function shoot(person: Person, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await person.page.emulateMedia({ colorScheme });
    await person.page.waitForTimeout(700);
    await person.page.screenshot({
      path: join(folder, `${name}-${person.name}-${colorScheme}.png`),
    });
  }
}
