import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectAccessible } from "./accessibility";
import type { Person } from "./person";
import { expect, test as base } from "./test";
import { freePort, type Service, startService } from "./world/service";

/** A service of its own, on which two reports are often. */
const test = base.extend<object, { readonly strict: Service }>({
  strict: [
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
      const service = await startService("strict", [
        `--passerby.data.folder=${folder}`,
        `--passerby.chain.embedded.port=${await freePort()}`,
        "--passerby.safety.cooldown.reporters=2",
      ]);
      try {
        await provide(service);
      } finally {
        await service.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test.describe.configure({ timeout: 180_000 });

test("who is reported by several has to wait, and is told why and until when", async ({
  arrive,
  strict,
}) => {
  const origin = strict.localhost;
  const [ada, bruno, chioma] = [
    await arrive("Ada", { origin }),
    await arrive("Bruno", { origin }),
    await arrive("Chioma", { origin }),
  ];
  for (const person of [ada, bruno, chioma]) await person.comeIn();

  for (const [number, reporter] of [ada, chioma].entries()) {
    await test.step(`${reporter.name} reports Bruno`, async () => {
      await together(reporter, bruno);
      await reporter.page.keyboard.press("x");
      const dialog = reporter.dialog("Report this person");
      await expect(dialog).toBeVisible();
      if (number === 0) await expectAccessible(reporter, "a report");
      await dialog.getByRole("radio", { name: "Harassment or threats" }).check();
      await dialog.getByRole("textbox").fill("Shouted at me.");
      await dialog.getByRole("button", { name: "Send the report" }).click();

      await reporter.expectPhase("ended");
      await expect(reporter.page.getByRole("heading", { name: "You reported them" })).toBeVisible();
      await expect(reporter.page.getByText(/Receipt: [0-9A-Z]{5}-[0-9A-Z]{5}/)).toBeVisible();
      await expect(reporter.page.getByText("You two will not be paired again.")).toBeVisible();
      if (number === 0) await expectAccessible(reporter, "a receipt");
      await bruno.expectPhase("ended");
      await expect(bruno.page.getByRole("heading", { name: "They said goodbye" })).toBeVisible();
    });
  }

  await bruno.button("Meet someone else").click();
  const notice = bruno.page.getByRole("alert").filter({ hasText: "You have a break until" });
  await expect(notice).toContainText("Several people have reported you.");
  await expect(bruno.page.getByText(/^(59 minutes|1 hour).* left$/)).toBeVisible();
  await bruno.expectPhase("idle");
  await expectAccessible(bruno, "a break");
});

test("who is blocked is not met again although nobody else waits, until the blocks are forgotten", async ({
  arrive,
  strict,
}) => {
  const origin = strict.localhost;
  const [dara, emil, farah] = [
    await arrive("Dara", { origin }),
    await arrive("Emil", { origin }),
    await arrive("Farah", { origin }),
  ];
  for (const person of [dara, emil, farah]) await person.comeIn();
  await together(dara, emil);
  await dara.page.keyboard.press("b");
  const question = dara.dialog("Never meet this person again?");
  await expectAccessible(dara, "a block");
  await question.getByRole("button", { name: "Block them" }).click();
  await expect(dara.page.getByText("You two will not be paired again.")).toBeVisible();
  await emil.expectPhase("ended");

  // Somebody in between, so that it is not for having met the last time.
  for (const person of [dara, emil]) {
    await together(person, farah);
    await farah.page.keyboard.press("Escape");
    await person.expectPhase("ended");
  }
  for (const person of [dara, emil]) await meetAgain(person);
  for (const { page } of [dara, emil])
    await expect(page.getByText("1 other waiting")).toBeVisible();
  for (const person of [dara, emil]) await person.expectPhase("waiting");

  await dara.button("Cancel").click();
  await dara.page.getByRole("button", { name: /^Your wallet/ }).click();
  const wallet = dara.dialog("Your wallet");
  await expect(wallet).toContainText("Blocked people: 1 person");
  await wallet.getByRole("button", { name: "Forget all blocks" }).click();
  await wallet.getByRole("button", { name: "Forget them" }).click();
  await expect(wallet).toContainText("Blocked people: Nobody");
  await dara.page.keyboard.press("Escape");
  await dara.meet();
  for (const person of [dara, emil]) await person.expectPhase("live");
});

test("age is asked once before the first meeting, and not checked", async ({ arrive, strict }) => {
  const goran = await arrive("Goran", { origin: strict.localhost, ofAge: false });
  await goran.comeIn();
  await goran.meet();
  const question = goran.dialog("Are you 18 or older?");
  await expect(question).toContainText("We ask, we do not check.");
  await expectAccessible(goran, "the question of age");
  await question.getByRole("button", { name: "No, I am not" }).click();
  const notYet = goran.dialog("Then not yet");
  await expect(notYet).toBeVisible();
  await goran.expectPhase("idle");
  await notYet.getByRole("button", { name: "I pressed the wrong button" }).click();
  await question.getByRole("button", { name: "Yes, I am 18 or older" }).click();
  await goran.expectPhase("waiting");

  await goran.page.reload();
  await goran.meet();
  await goran.expectPhase("waiting");
});

async function together(one: Person, other: Person): Promise<void> {
  for (const person of [one, other]) await meetAgain(person);
  for (const person of [one, other]) await person.expectPhase("live");
}

/** From the lobby or from an end. */
async function meetAgain(person: Person): Promise<void> {
  const ended = person.button("Meet someone else");
  await expect(ended.or(person.button("Meet"))).toBeVisible();
  await ((await ended.isVisible()) ? ended.click() : person.meet());
}
