import { expectAccessible } from "./accessibility";
import { expectToFit, expectToSpeak } from "./languages";
import type { Language } from "../src/words/languages";
import type { Person } from "./person";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { wordsOf } from "./words";
import { type OwnService, withOwnService, worldOf } from "./world/ownService";
import { operate } from "./world/service";

/** A service of its own, on which two reports are often. */
const test = base.extend<object, { readonly strict: OwnService }>({
  strict: [
    async ({}, provide) => {
      await withOwnService("strict", ["--passerby.safety.cooldown.reporters=2"], provide);
    },
    { scope: "worker", timeout: 150_000 },
  ],
});

test.describe.configure({ timeout: 240_000 });

const PHONE = { width: 390, height: 844 };

test("who is reported by several has to wait, is told why and until when, and no longer once the operator dismisses a report", async ({
  arrive,
  strict,
}) => {
  const origin = strict.localhost;
  const ada = await arrive("Ada", { origin });
  const bruno = await arrive("Bruno", { origin, colorScheme: "dark", viewport: PHONE });
  for (const person of [ada, bruno]) await person.comeIn();
  await together(ada, bruno);

  const first =
    await test.step("a report ends the encounter, and has a receipt to take along", async () => {
      const dialog = ada.dialog("Report this person");
      await ada.page.keyboard.press("x");
      await expect(dialog).toBeVisible();
      // The key that leaves an encounter closes the question, and only that.
      await ada.page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await ada.expectPhase("live");
      await ada.page.keyboard.press("x");
      await expectAccessible(ada, "a report");
      // Nothing is sent while nothing is said.
      await dialog.getByRole("button", { name: "Send the report" }).click();
      await expect(dialog).toBeVisible();
      await dialog.getByRole("radio", { name: "Harassment or threats" }).check();
      await dialog.getByRole("textbox").fill("Shouted at me.");
      await dialog.getByRole("button", { name: "Send the report" }).click();
      await ada.expectPhase("ended");
      await expect(ada.page.getByRole("heading", { name: "You reported them" })).toBeVisible();
      await expect(ada.page.getByText("You two will not be paired again.")).toBeVisible();
      await bruno.expectPhase("ended");
      await expect(bruno.page.getByRole("heading", { name: "They said goodbye" })).toBeVisible();
      await expectAccessible(ada, "a receipt");
      return takeReceipt(ada);
    });

  await test.step("it can be made on a phone, about an encounter that has just ended", async () => {
    await ada.leave();
    const chioma = await arrive("Chioma", { origin, colorScheme: "dark", viewport: PHONE });
    await chioma.comeIn();
    await together(chioma, bruno);
    await bruno.page.keyboard.press("Escape");
    await chioma.expectPhase("ended");
    await expectAccessible(chioma, "an end");
    await chioma.button("Report").click();
    await expectAccessible(chioma, "a report on a phone");
    const dialog = chioma.dialog("Report this person");
    await dialog.getByRole("radio", { name: "Something else" }).check();
    await dialog.getByRole("button", { name: "Send the report" }).click();
    await expect(chioma.button("Copy the receipt")).toBeVisible();
    await expectAccessible(chioma, "a receipt on a phone");
    await chioma.leave();
  });

  const notice = bruno.page.getByRole("alert").filter({ hasText: "You have a break until" });
  await test.step("they have a break, in whatever language and however often they come back", async () => {
    await bruno.expectPhase("idle");
    await bruno.meet();
    await expect(notice).toContainText("Several people have reported you.");
    await expect(bruno.page.getByText(/^(59 minutes|1 hour).* left$/)).toBeVisible();
    await bruno.expectPhase("idle");
    await expectAccessible(bruno, "a break");
    for (const language of ["es", "fr", "de", "ar", "en"] as const) {
      await speak(bruno, language);
      await bruno.meet();
      const { say } = bruno.words;
      await expect(bruno.page.getByText(say("safety.cooldown.reports"))).toBeVisible();
      await expectToSpeak(bruno, language, "a break");
      await expectToFit(bruno, `a break in ${language}`);
    }
  });

  await test.step("the operator sees both reports beside the service, and dismisses one", async () => {
    const data = ["--data-folder", strict.folder];
    const { reports } = JSON.parse(await operate("reports", "list", "--json", ...data)) as {
      reports: { receipt: string; category: string; note: string | null; state: string }[];
    };
    expect(reports.map(({ category, note, state }) => [category, note, state])).toEqual([
      ["harassment", "Shouted at me.", "open"],
      ["other", null, "open"],
    ]);
    expect(reports[0]?.receipt).toBe(first);
    const settled = await operate(
      ...["reports", "settle", first, "--dismiss", "--because", "It was the radio.", ...data],
    );
    expect(settled).toContain("The cooldown that it has led to is over.");
    await bruno.meet();
    await bruno.expectPhase("waiting");
    await expect(notice).toBeHidden();
  });
});

test("who is blocked is not met again although nobody else waits, after signing out and in another browser, until the blocks are forgotten", async ({
  arrive,
  strict,
}) => {
  const origin = strict.localhost;
  const [dara, emil] = [await arrive("Dara", { origin }), await arrive("Emil", { origin })];
  for (const person of [dara, emil]) await person.comeIn();
  await together(dara, emil);
  await dara.page.keyboard.press("b");
  const question = dara.dialog("Never meet this person again?");
  await expectAccessible(dara, "a block");
  await question.getByRole("button", { name: "Block them" }).click();
  await expect(dara.page.getByText("You two will not be paired again.")).toBeVisible();
  await emil.expectPhase("ended");
  await emil.button("Back to the lobby").click();
  await dara.button("Back to the lobby").click();
  await dara.page.getByRole("button", { name: /^Your wallet/ }).click();
  await dara.dialog("Your wallet").getByRole("button", { name: "Sign out" }).click();
  await expect(dara.button("Sign in with your wallet")).toBeVisible();
  await dara.leave();

  // Somebody in between, so that it is not for having met the last time.
  const again = await arrive("Dara", { origin, colorScheme: "dark", viewport: PHONE });
  const farah = await arrive("Farah", { origin });
  await again.signIn();
  await again.goTo("Meet");
  await farah.comeIn();
  for (const person of [again, emil]) {
    await together(person, farah);
    await farah.page.keyboard.press("Escape");
    await person.expectPhase("ended");
  }
  await farah.leave();
  for (const person of [again, emil]) await meetAgain(person);
  for (const { page } of [again, emil])
    await expect(page.getByText("1 other waiting")).toBeVisible();
  for (const person of [again, emil]) await person.expectPhase("waiting");

  await again.button("Cancel").click();
  await again.page.getByRole("button", { name: /^Your wallet/ }).click();
  const wallet = again.dialog("Your wallet");
  await expect(wallet).toContainText("Blocked people: 1 person");
  await wallet.getByRole("button", { name: "Forget all blocks" }).click();
  await expectAccessible(again, "the question whether to forget all blocks");
  await wallet.getByRole("button", { name: "Forget them" }).click();
  await expect(wallet).toContainText("Blocked people: Nobody");
  await again.page.keyboard.press("Escape");
  await again.meet();
  for (const person of [again, emil]) await person.expectPhase("live");
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

for (const [one, other] of [
  ["de", "ar"],
  ["es", "fr"],
] as const)
  test(`in ${one} and ${other}, too, a stranger can be reported and blocked`, async ({
    arrive,
    strict,
  }) => {
    const { localhost: origin } = strict;
    const names = one === "de" ? (["Goran", "Hana"] as const) : (["Farah", "Hana"] as const);
    for (const name of names) await (await OutsideThePage.of(name, await worldOf(strict))).stake();
    const people = [
      await arrive(names[0], { origin, locale: one, ofAge: false }),
      await arrive(names[1], { origin, locale: other, ofAge: false, viewport: PHONE }),
    ];
    for (const person of people) {
      const { say, language } = person.words;
      const look = async (screen: string) => {
        await expectToSpeak(person, language, screen);
        await expectToFit(person, screen);
        await expectAccessible(person, screen);
      };
      await person.signIn();
      await person.goTo("Meet");
      await person.meet();
      await expect(person.dialog(say("safety.age.title"))).toBeVisible();
      await look("the question of age");
      await person.button(say("safety.age.no")).click();
      await expect(person.dialog(say("safety.age.refusedTitle"))).toBeVisible();
      await look("the answer to a minor");
      await person.button(say("safety.age.slip")).click();
      await person.button(say("safety.age.yes")).click();
    }
    for (const person of people) await person.expectPhase("live");
    for (const person of people) {
      const { say, language } = person.words;
      const ask = async (key: string, title: string) => {
        await person.page.keyboard.press(key);
        await expect(person.dialog(title)).toBeVisible();
        await expectToSpeak(person, language, title);
        await expectToFit(person, title);
        await expectAccessible(person, title);
      };
      await ask("b", say("safety.blockTitle"));
      await person.button(say("common.cancel")).click();
      await ask("x", say("safety.reportTitle"));
    }
    for (const person of people) {
      const { say, language } = person.words;
      await person.page.getByRole("radio", { name: say("safety.category.spam") }).check();
      // Whoever reports second reports somebody who has left meanwhile.
      await person.page.getByRole("checkbox", { name: say("safety.alsoBlock") }).uncheck();
      await person.button(say("safety.send")).click();
      await expect(person.button(say("safety.copy"))).toBeVisible();
      await expectToSpeak(person, language, "a receipt");
      await expectToFit(person, "a receipt");
      await expectAccessible(person, "a receipt");
    }
  });

/** What is on the clipboard after the button was pressed, which is what is shown. */
async function takeReceipt({ page }: Person): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the receipt" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Copied$/ })).toBeVisible();
  const receipt = await page.evaluate(() => navigator.clipboard.readText());
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await expect(page.getByText(`Receipt: ${receipt}`)).toBeVisible();
  return receipt;
}

/** Reads another language from now on. */
async function speak(person: Person, language: Language): Promise<void> {
  await person.page.evaluate((code) => localStorage.setItem("passerby.language", code), language);
  await person.page.reload();
  person.words = wordsOf(language);
}

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
