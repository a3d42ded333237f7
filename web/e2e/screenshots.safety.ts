import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withFilm } from "./filmed";
import { misjudged } from "./misjudged";
import type { Person } from "./person";
import { expect, test } from "./test";
import { root } from "./world/child";
import { withOwnService } from "./world/ownService";

const folder = join(root, "web", "target", "screenshots", "safety");

test("everything that protects people from each other, on a desktop by day and on a phone by night", async ({
  arrive,
}) => {
  mkdirSync(folder, { recursive: true });
  await withFilm(misjudged, async (camera) => {
    await withOwnService(
      "safety-pictures",
      ["--passerby.safety.cooldown.reporters=1"],
      async ({ localhost }) => {
        const surroundings = { origin: localhost, camera, ofAge: false };
        const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;
        const ada = await arrive("Ada", surroundings);
        const bruno = await arrive("Bruno", { ...surroundings, ...phone });
        const both = [ada, bruno] as const;
        for (const person of both) {
          await person.comeIn();
          await person.meet();
          await shoot(person, "01-age");
          await person.button("No, I am not").click();
          await shoot(person, "02-minor");
          await person.button("I pressed the wrong button").click();
          await person.button("Yes, I am 18 or older").click();
        }
        for (const person of both) await person.expectPhase("live");
        for (const person of both) {
          await person.wake();
          await shoot(person, "03-veiled");
          await person.show();
          await expect(person.button("Show it to them anyway")).toBeVisible();
          await shoot(person, "04-own-question");
        }
        for (const person of both) await person.button("Show it to them anyway").click();
        for (const person of both) {
          await expect(person.button("Show it anyway")).toBeVisible();
          await shoot(person, "05-their-question");
        }
        for (const person of both) {
          await person.page.keyboard.press("b");
          await shoot(person, "06-block");
          await person.page.keyboard.press("Escape");
          await person.page.keyboard.press("x");
          await shoot(person, "07-report");
          await person.page.getByRole("radio", { name: "Something else" }).check();
        }
        await ada.button("Send the report").click();
        await expect(ada.button("Copy the receipt")).toBeVisible();
        await shoot(ada, "08-receipt");
        await shoot(bruno, "08-question-after-the-end");
        await bruno.page.keyboard.press("Escape");
        await shoot(bruno, "09-ended");
        await bruno.button("Report").click();
        await bruno.page.getByRole("radio", { name: "Hate" }).check();
        await bruno.button("Send the report").click();
        await expect(bruno.button("Copy the receipt")).toBeVisible();
        await shoot(bruno, "10-receipt");
        for (const person of both) {
          await person.button("Meet someone else").click();
          await expect(person.page.getByText("Several people have reported you.")).toBeVisible();
          await shoot(person, "11-break");
          await person.page.getByRole("button", { name: /^Your wallet/ }).click();
          await person.dialog("Your wallet").getByText("Blocked people: 1 person").waitFor();
          await person.button("Forget all blocks").click();
          await shoot(person, "12-blocks");
        }
      },
    );
  });
});

async function shoot({ page, name }: Person, screen: string): Promise<void> {
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${screen}-${name}.png`) });
}
