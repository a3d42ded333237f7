import type { Locator } from "@playwright/test";
import { type Language, LANGUAGES, NATIVE_NAMES } from "../src/words/languages";
import { expectAccessible } from "./accessibility";
import { expectToFit, expectToSpeak } from "./languages";
import type { Person } from "./person";
import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";
import { wordsOf } from "./words";

/** What browsers of these people ask for. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  es: "es-MX",
  fr: "fr-CA",
  de: "de-AT",
  ar: "ar-EG",
};

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

for (const language of LANGUAGES)
  test(`${NATIVE_NAMES[language]} is spoken from the welcome to the lobby, on a phone and on a desktop`, async ({
    arrive,
    world,
  }) => {
    await (await OutsideThePage.of("Chioma", world.localhost)).unstake();
    const person = await arrive("Chioma", { locale: LOCALES[language] });
    const { say } = person.words;
    const look = async (screen: string) => {
      for (const size of [PHONE, DESKTOP]) {
        await person.page.setViewportSize(size);
        await expectToSpeak(person, language, screen);
        await expectToFit(person, `${screen}, ${size.width} px wide`);
        if (language === "ar") await expectAccessible(person, `${screen} in Arabic`);
      }
    };
    await person.open();
    await expect(person.button(say("welcome.signIn"))).toBeEnabled();
    await look("welcome");
    await person.chooseToSignIn();
    await look("the choice of a wallet");
    await person.chooseWallet();
    await look("the demo wallet’s question");
    await person.sign();
    await person.goTo("Passes");
    await expect(person.button(say("passes.get", { tier: "Gold" }))).toBeVisible();
    await look("passes");
    await person.button(say("passes.doStake")).click();
    await expect(person.button(say("transaction.open"))).toBeVisible();
    await look("a stake before it is paid");
    await person.page.keyboard.press("Escape");
    await person.goTo("Meet");
    await expect(person.button(say("lobby.getEntitlement"))).toBeVisible();
    await look("the lobby");
    await person.goTo("Recordings");
    await expect(person.page.getByText(say("recording.list.empty"))).toBeVisible();
    await look("recordings");
  });

test("another language is chosen without a reload, and the session and the choice stay", async ({
  arrive,
}) => {
  const chioma = await arrive("Chioma");
  await chioma.signIn();
  await chioma.goTo("Passes");
  await expect(chioma.button("Get a Gold pass")).toBeVisible();
  const document = await chioma.page.evaluateHandle(() => window.document);

  await choose(chioma, "de");
  await expect(chioma.button("Gold-Pass holen")).toBeVisible();
  await expectToSpeak(chioma, "de", "passes");
  await choose(chioma, "ar");
  await expect(heading(chioma, "passes.title")).toBeVisible();
  await expectToSpeak(chioma, "ar", "passes");
  expect(await document.evaluate((before) => before === window.document)).toBe(true);

  await chioma.page.reload();
  await expect(heading(chioma, "passes.title")).toBeVisible();
  await expectToSpeak(chioma, "ar", "passes after a reload");
});

test("nobody loads a language or letters that they do not read", async ({ arrive }) => {
  const chioma = await arrive("Chioma", { locale: "ar" });
  await chioma.open();
  await expect(chioma.button(chioma.words.say("welcome.signIn"))).toBeEnabled();
  const arabic = files(chioma);
  expect(arabic.filter((name) => /^(en|es|fr|de)-/.test(name))).toEqual([]);
  expect(arabic.filter((name) => /^(ar-|readex-pro-arabic)/.test(name))).toHaveLength(2);

  const dara = await arrive("Dara");
  await dara.open();
  await expect(dara.button("Sign in with your wallet")).toBeEnabled();
  await dara.page.getByRole("combobox", { name: "Language" }).focus();
  expect(files(dara).filter((name) => /^(ar|es|fr|de|readex)-/.test(name))).toEqual([]);
});

test("two people meet, each in their own language, one of them from right to left", async ({
  arrive,
  world,
}) => {
  for (const name of ["Emil", "Hana"])
    await (await OutsideThePage.of(name, world.localhost)).stake();
  const german = await arrive("Emil", { locale: "de" });
  const arabic = await arrive("Hana", { locale: "ar", viewport: { width: 390, height: 844 } });
  for (const person of [german, arabic]) {
    await person.signIn();
    await person.goTo("Meet");
    await expect(person.button(person.words.say("lobby.meet"))).toBeEnabled();
    await person.meet();
  }
  for (const person of [german, arabic]) {
    await person.expectPhase("live");
    await person.wake();
    await expectToSpeak(person, person.words.language, "the encounter");
    await expectToFit(person, "the encounter");
  }
  await expectAccessible(arabic, "the encounter in Arabic");

  // "Next" lies at the end of the lines, and its arrow points there.
  await arabic.wake();
  const next = arabic.page.getByRole("button", { name: arabic.words.say("encounter.next") });
  const mute = arabic.page.getByRole("button", { name: arabic.words.say("media.mute") });
  expect((await next.boundingBox())?.x).toBeLessThan((await mute.boundingBox())?.x ?? 0);
  await expect(next.locator("svg")).toHaveCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");

  // The tile goes where the arrow on the key points, whichever way the text runs.
  const tile = arabic.page.locator("[data-corner]");
  await expect(tile).toHaveAttribute("data-corner", "top-left");
  await tile.press("ArrowRight");
  await expect(tile).toHaveAttribute("data-corner", "top-right");
  // An Arabic keyboard has another letter on the key M, and it mutes all the same.
  const pressed = { key: "ة", code: "KeyM", bubbles: true };
  await tile.dispatchEvent("keydown", pressed);
  await expect(mute).toHaveAttribute("aria-pressed", "true");
  await arabic.page.keyboard.press("Escape"); // leaves
  await expect(heading(german, "ending.peer-left.title")).toBeVisible();
  await expectToSpeak(german, "de", "the end");
});

function heading({ page, words }: Person, id: "passes.title" | "ending.peer-left.title"): Locator {
  return page.getByRole("heading", { name: words.say(id) });
}

async function choose(person: Person, language: Language): Promise<void> {
  const name = person.words.say("page.language");
  await person.page.getByRole("combobox", { name }).selectOption(NATIVE_NAMES[language]);
  person.words = wordsOf(language);
}

/** Names of what the page has asked for among its own files. */
function files({ requests }: Person): string[] {
  return requests.flatMap((line) => /asks .*\/assets\/(\S+)$/.exec(line)?.[1] ?? []);
}
