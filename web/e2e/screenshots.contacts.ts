import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "./person";
import { expect, test } from "./test";
import { root } from "./world/child";
import { withOwnService } from "./world/ownService";

const folder = join(root, "web", "target", "screenshots", "contacts");
const PHONE = { width: 390, height: 844 };

test("keeping and calling, on a desktop by day and on a phone by night, in English and in Arabic", async ({
  arrive,
}) => {
  mkdirSync(folder, { recursive: true });
  await withOwnService("contact-pictures", [], async ({ localhost: origin }) => {
    const ada = await arrive("Ada", { origin });
    const bruno = await arrive("Bruno", { origin, viewport: PHONE, colorScheme: "dark" });
    const both = [ada, bruno] as const;
    for (const person of both) {
      await person.signIn();
      await person.goTo("Contacts");
      await shoot(person, "01-locked");
      const done = await person.mint("Bronze");
      await done.getByRole("button", { name: "Go and meet someone" }).click();
      await person.meet();
    }
    for (const person of both) await person.expectPhase("live");
    for (const person of both) {
      await person.wake();
      await shoot(person, "02-bar");
      await person.button("Keep").click();
      await shoot(person, "03-sealed");
      await person.button("Open my contacts").click();
      await shoot(person, "04-signature");
      await person.wallet.getByRole("button", { name: "Sign" }).click();
      await person.wallet.getByRole("button", { name: "Sign" }).click();
      await expect(person.wallet).toBeHidden();
      await shoot(person, "05-keep");
      await person.button("Keep them").click();
      await shoot(person, "06-wanted");
    }
    for (const person of both) {
      await expect(person.dialog("Keep each other")).toContainText("You keep each other now.");
      await shoot(person, "07-kept");
      await person.page.getByLabel("Name").fill("The one with the violin");
      await person.page.getByLabel("Note").fill("Rehearses on Thursdays, laughs at everything.");
      await person.button("Save").click();
    }
    await ada.wake();
    await ada.button("Leave").click();
    await bruno.expectPhase("ended");
    await shoot(bruno, "08-ended");
    await bruno.button("Back to the lobby").click();
    for (const person of both) await person.goTo("Contacts");
    for (const person of both) {
      await expect(person.page.getByText("Here now")).toBeVisible();
      await shoot(person, "09-list");
      await person.page.getByRole("button", { name: /^Edit/ }).click();
      await shoot(person, "10-edit");
      await person.page.keyboard.press("Escape");
      await person.button("Save to a file").click();
      await expect(person.page.getByTestId("phrase")).toBeVisible();
      await shoot(person, "11-file");
      await person.page.keyboard.press("Escape");
      await person.page.getByRole("button", { name: /^Remove/ }).click();
      await shoot(person, "12-remove");
      await person.page.keyboard.press("Escape");
    }
    await ada.page.getByRole("button", { name: /^Call/ }).click();
    await expect(bruno.button("Accept")).toBeVisible();
    for (const person of both) await shoot(person, "13-call");
    await bruno.button("Decline").click();
    await expect(ada.page.getByTestId("call")).toContainText("cannot talk");
    await shoot(ada, "14-declined");
    await bruno.page.getByRole("button", { name: /^Call/ }).click();
    await ada.page.evaluate(() => localStorage.setItem("passerby.language", "ar"));
    await ada.page.setViewportSize(PHONE);
    await ada.page.reload();
    await expect(ada.page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(ada.page.getByRole("heading", { name: "The one with the violin" })).toBeVisible();
    await shoot(ada, "15-arabic");
    await bruno.page.getByTestId("call").getByRole("button").click();
    await expect(bruno.page.getByText("Here now")).toBeVisible();
    await bruno.page.getByRole("button", { name: /^Call/ }).click();
    await expect(ada.page.getByTestId("call")).toBeVisible();
    await shoot(ada, "16-arabic-call");
    await ada.page.getByTestId("call").getByRole("button").first().click();
    for (const person of both) await person.expectPhase("live");
    for (const person of both) await shoot(person, "17-met");
    await ada.page.mouse.move(200, 400);
    await shoot(ada, "18-arabic-bar");
  });
});

async function shoot({ page, name }: Person, screen: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${screen}-${name}.png`) });
}
