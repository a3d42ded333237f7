import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../src/words/languages";
import type { Person } from "./person";
import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";
import { root } from "./world/child";

const folder = join(root, "web", "target", "screenshots", "languages");

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

for (const [index, language] of LANGUAGES.filter((each) => each !== "en").entries())
  test(`every screen in ${language}, on a phone and on a desktop`, async ({ arrive, world }) => {
    mkdirSync(folder, { recursive: true });
    // Nobody meets the same one twice in a row.
    const partner = ["Goran", "Hana", "Ada", "Bruno"][index] ?? "";
    for (const name of ["Chioma", partner])
      await (await OutsideThePage.of(name, world.localhost)).stake();
    const person = await arrive("Chioma", { locale: language });
    const other = await arrive(partner, { locale: language, viewport: PHONE });
    const { say } = person.words;
    const both = async (name: string) => {
      for (const size of [PHONE, DESKTOP]) {
        await person.page.setViewportSize(size);
        await shoot(person, `${language}-${name}-${size.width}`);
      }
    };
    await person.open();
    await expect(person.button(say("welcome.signIn"))).toBeEnabled();
    await both("01-welcome");
    await person.chooseToSignIn();
    await both("02-choice");
    await person.chooseWallet();
    await both("03-signature");
    await person.sign();
    await person.goTo("Passes");
    await expect(person.button(say("passes.get", { tier: "Gold" }))).toBeVisible();
    await both("04-passes");
    await person.button(say("passes.takeBack")).click();
    await expect(person.button(say("transaction.open"))).toBeVisible();
    await both("05-payment");
    await person.page.keyboard.press("Escape");
    await person.goTo("Meet");
    await expect(person.button(say("lobby.meet"))).toBeEnabled();
    await both("06-lobby");
    await person.meet();
    await person.expectPhase("waiting");
    await both("07-waiting");
    await other.signIn();
    await other.goTo("Meet");
    await other.meet();
    for (const each of [person, other]) await each.expectPhase("live");
    for (const each of [person, other]) {
      await each.wake();
      await shoot(each, `${language}-08-live-${each === other ? 360 : 1280}`);
    }
    for (const each of [person, other]) await each.expectPhase("asking");
    for (const each of [person, other])
      await shoot(each, `${language}-09-again-${each === other ? 360 : 1280}`);
    await person.button(say("ending.no")).click();
    await other.expectPhase("ended");
    await shoot(other, `${language}-10-end-360`);
  });

async function shoot({ page }: Person, name: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: !/live|again|end/.test(name),
  });
}
