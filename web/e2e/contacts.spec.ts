import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { type OwnService, withOwnService } from "./world/ownService";

/** A small window: two cores draw several people. */
const viewport = { width: 640, height: 720 };
const NAME = "Bruno of the night train";
const NOTE = "knows every station to Lisbon";

// Four browsers, and each of them comes in first.
test.setTimeout(300_000);

test("two who both want to keep each other do, find each other again, and call each other", async ({
  arrive,
}) => {
  await withOwnService("contacts", ["--passerby.presence.ring-for=6s"], async (service) => {
    const origin = service.localhost;
    const ada = await arrive("Ada", { origin, viewport, prepare: watchChannels });
    const bruno = await arrive("Bruno", { origin, viewport, prepare: watchChannels });
    for (const person of [ada, bruno]) await person.comeIn();
    for (const person of [ada, bruno]) await person.meet();
    for (const person of [ada, bruno]) await person.expectPhase("live");

    await test.step("one alone wants to: nobody learns of it, and nothing is kept", async () => {
      const keep = await openKeep(ada);
      await openVault(ada, keep, 2);
      await expect.poll(() => runs(bruno), "runs before anybody wants to").toBeGreaterThan(0);
      await keep.getByRole("button", { name: "Keep them" }).click();
      await expect(keep).toContainText("You would like to keep them.");
      const before = await runs(bruno);
      const said = await Promise.all([ada, bruno].map(shapes));
      await expect.poll(() => runs(bruno), "runs since then").toBeGreaterThan(before + 1);
      await expect(keep).toContainText("You would like to keep them.");
      for (const { page } of [ada, bruno]) {
        await expect(page.getByText("You keep each other now.")).toHaveCount(0);
        expect(await kept(page)).toEqual([]);
      }
      expect(await Promise.all([ada, bruno].map(shapes)), "as before").toEqual(said);
    });

    await test.step("both want to: both have each other, each under a name of their own", async () => {
      const keep = await openKeep(bruno);
      await expectAccessible(bruno, "keeping somebody");
      await openVault(bruno, keep, 2);
      await keep.getByRole("button", { name: "Keep them" }).click();
      for (const person of [ada, bruno]) {
        const panel = person.dialog("Keep each other");
        await expect(panel).toContainText("You keep each other now.");
        await expect.poll(async () => (await kept(person.page)).length).toBe(1);
      }
      const panel = ada.dialog("Keep each other");
      await panel.getByLabel("Name").fill(NAME);
      await panel.getByLabel("Note").fill(NOTE);
      await panel.getByRole("button", { name: "Save" }).click();
      await expect(panel.getByText("Saved")).toBeVisible();
    });

    await test.step("the service keeps nothing that it could read", async () => {
      const [entry] = await kept(ada.page);
      expect([683, 1366]).toContain(entry?.sealed.length);
      const files = await databaseWith(service, entry?.sealed ?? "none");
      for (const word of [NAME, NOTE, "night train"])
        for (const encoding of ["utf8", "utf16le"] as const)
          expect(files.includes(Buffer.from(word, encoding)), `${word} in ${encoding}`).toBe(false);
    });

    await leave(ada);
    await bruno.expectPhase("ended");
    await ada.goTo("Contacts");
    await bruno.button("Back to the lobby").click();
    await bruno.goTo("Contacts");
    const brunoAtAdas = card(ada, NAME);
    const adaAtBrunos = card(bruno, /^Someone from /);

    await test.step("each sees that the other is there", async () => {
      await expect(brunoAtAdas).toContainText("Here now");
      await expect(adaAtBrunos).toContainText("Here now");
      await expectAccessible(ada, "the contacts");
    });

    await test.step("whoever does not want to be found is not, and still sees others", async () => {
      await ada.page.getByRole("switch").click();
      await expect(adaAtBrunos).toContainText("Not here");
      await expect(brunoAtAdas).toContainText("Here now");
      await ada.page.getByRole("switch").click();
      await expect(adaAtBrunos).toContainText("Here now");
    });

    await test.step("declined, from another browser of the same wallet", async () => {
      const elsewhere = await arrive("Ada", { origin, viewport });
      await elsewhere.signIn();
      await elsewhere.goTo("Contacts");
      await openVault(elsewhere, elsewhere.page.locator("main"), 1);
      await expect(card(elsewhere, NAME)).toContainText(NOTE);
      await expect(card(elsewhere, NAME)).toContainText("Here now");
      await adaAtBrunos.getByRole("button", { name: /^Call/ }).click();
      for (const person of [ada, elsewhere])
        await expect(ringing(person)).toContainText(`${NAME} calls you`);
      await expectAccessible(elsewhere, "a call");
      await ringing(elsewhere).getByRole("button", { name: "Decline" }).click();
      await expect(ringing(bruno)).toContainText("cannot talk right now");
      await expect(ringing(ada)).toBeHidden();
      await elsewhere.page.goto("about:blank");
    });

    await test.step("answered by keyboard and by mouse while a dialog is open, which stays open", async () => {
      await ada.button("Add from a file").click();
      const below = ada.dialog("Add from a file");
      await expect(below).toBeVisible();
      await callBack(bruno, adaAtBrunos);
      await expect(ringing(ada)).toBeFocused();
      await ada.page.keyboard.press("Tab");
      await expect(ringing(ada).getByRole("button", { name: "Accept" })).toBeFocused();
      await ada.page.keyboard.press("Escape");
      await expect(ringing(bruno)).toContainText("cannot talk right now");
      await expect(ringing(ada)).toBeHidden();
      await expect(below).toBeVisible();
      await callBack(bruno, adaAtBrunos);
      await ringing(ada).getByRole("button", { name: "Decline" }).click();
      await expect(ringing(bruno)).toContainText("cannot talk right now");
      await expect(below).toBeVisible();
      await ada.page.keyboard.press("Escape");
      await expect(below).toBeHidden();
    });

    await test.step("missed, after the time that a call rings", async () => {
      await callBack(bruno, adaAtBrunos);
      await expect(ringing(ada)).toContainText(`${NAME} calls you`);
      await expect(ada.page, "as a tab in the background shows it").toHaveTitle(
        `${NAME} calls you · Passerby`,
      );
      await expect(ringing(bruno)).toContainText("did not answer");
      await expect(ringing(ada)).toContainText(`You missed a call from ${NAME}.`);
      await expect(brunoAtAdas).toContainText("Called you at");
      await ringing(ada).getByRole("button", { name: "Close" }).click();
    });

    await test.step("taken back, while they are on another screen: told beside the contacts", async () => {
      await ada.goTo("Passes");
      const contacts = ada.page.getByRole("link", { name: "Contacts", exact: true });
      await callBack(bruno, adaAtBrunos);
      await expect(ringing(ada)).toContainText(`${NAME} calls you`);
      await ringing(bruno).getByRole("button", { name: "Hang up" }).click();
      await expect(ringing(ada)).toContainText(`You missed a call from ${NAME}.`);
      await expect(contacts).toHaveAccessibleDescription("One missed call");
      await ringing(ada).getByRole("button", { name: "Close" }).click();
      await expect(contacts).toHaveAccessibleDescription("");
    });

    await test.step("accepted, on another screen: an encounter, and pictures arrive", async () => {
      await adaAtBrunos.getByRole("button", { name: /^Call/ }).click();
      await ringing(ada).getByRole("button", { name: "Accept" }).click();
      for (const person of [ada, bruno]) await person.expectPhase("live");
      for (const { page } of [ada, bruno]) await expectToSee(page);
      await ada.wake();
      await expect(ada.page.getByText(`You meet ${NAME}`)).toBeVisible();
      await expect(ada.button("Leave")).toBeVisible();
      await expect(ada.button("Next")).toHaveCount(0);
      await leave(ada);
      await bruno.expectPhase("ended");
      await bruno.button("Back to the lobby").click();
    });

    await test.step("busy, with somebody who has no pass for contacts and is told which unlocks them", async () => {
      const chioma = await arrive("Chioma", { origin, viewport });
      await chioma.signIn();
      await chioma.stake();
      await chioma.button("Go and meet someone").click();
      await chioma.meet();
      await ada.expectPhase("idle");
      await ada.meet();
      for (const person of [ada, chioma]) await person.expectPhase("live");
      const keep = await openKeep(chioma);
      await expect(keep).toContainText("comes with a pass");
      await expect(keep).toContainText("Bronze");
      await expect(keep.getByRole("link", { name: "See the passes" })).toHaveAttribute(
        "href",
        "/passes",
      );
      await expect(keep.getByRole("button", { name: "Keep them" })).toHaveCount(0);
      await bruno.goTo("Contacts");
      await expect(adaAtBrunos).toContainText("Here now");
      await adaAtBrunos.getByRole("button", { name: /^Call/ }).click();
      await expect(ringing(bruno)).toContainText("is talking to someone right now");
      await leave(ada);
      await chioma.page.goto("about:blank");
    });

    const elsewhere = await arrive("Ada", { origin, viewport });
    await elsewhere.signIn();
    await elsewhere.goTo("Contacts");
    await openVault(elsewhere, elsewhere.page.locator("main"), 1);
    await expect(card(elsewhere, NAME)).toContainText(NOTE);

    await test.step("in a file of one's own; removed, neither sees the other; and taken back from the file", async () => {
      await ada.goTo("Contacts");
      await expect(brunoAtAdas).toContainText("Here now");
      await ada.button("Save to a file").click();
      const dialog = ada.dialog("Your contacts in a file");
      const words = (await dialog.getByTestId("phrase").getByRole("listitem").allInnerTexts()).map(
        (word) => word.trim(),
      );
      expect(words).toHaveLength(12);
      const saving = ada.page.waitForEvent("download");
      await dialog.getByRole("button", { name: "Download the file" }).click();
      const file = await (await saving).path();
      expect(readFileSync(file, "utf8")).not.toContain(NAME);
      await ada.page.keyboard.press("Escape");

      await brunoAtAdas.getByRole("button", { name: /^Remove/ }).click();
      await ada
        .dialog(/^Remove/)
        .getByRole("button", { name: "Remove" })
        .click();
      await expect(brunoAtAdas).toHaveCount(0);
      // In every browser of the wallet, as soon as it looks again.
      await elsewhere.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await expect(card(elsewhere, NAME)).toHaveCount(0);
      await expect(adaAtBrunos).toContainText("Not here");
      await elsewhere.page.goto("about:blank");
      expect(await kept(ada.page)).toEqual([]);

      await ada.button("Add from a file").click();
      const adding = ada.dialog("Add from a file");
      await adding.getByLabel("File").setInputFiles(file);
      await adding.getByLabel("Twelve words").fill("these are not they");
      await adding.getByRole("button", { name: "Add from a file" }).click();
      await expect(adding).toContainText("These are not the words.");
      await adding.getByLabel("Twelve words").fill(words.join(" "));
      await adding.getByRole("button", { name: "Add from a file" }).click();
      await expect(adding).toContainText("One contact was added.");
      await ada.page.keyboard.press("Escape");
      await expect(brunoAtAdas).toContainText(NOTE);
      await expect(adaAtBrunos).toContainText("Here now");
    });

    await test.step("after a visit elsewhere the browser still has the key; after a sign-out it has none", async () => {
      await ada.page.reload();
      await expect(brunoAtAdas).toContainText("Here now");
      await ada.page.getByRole("button", { name: /^Your wallet/ }).click();
      await ada.button("Sign out").click();
      await expect(ada.button("Sign in with your wallet")).toBeVisible();
      await expect(adaAtBrunos).toContainText("Not here");
      await ada.signIn();
      await ada.goTo("Contacts");
      await expect(ada.button("Open my contacts")).toBeVisible();
    });
  });
});

/** The panel in which one says that one would keep the other. */
async function openKeep(person: Person): Promise<Locator> {
  await person.wake();
  await person.button("Keep").click();
  const panel = person.dialog("Keep each other");
  await expect(panel).toBeVisible();
  return panel;
}

/** Lets the wallet sign, as often as it is asked. */
async function openVault(person: Person, where: Locator, times: number): Promise<void> {
  await where.getByRole("button", { name: "Open my contacts" }).click();
  for (let time = 0; time < times; time++) {
    await expect(person.wallet).toContainText("whoever has the signature can read your contacts");
    await person.wallet.getByRole("button", { name: "Sign" }).click();
  }
  await expect(person.wallet).toBeHidden();
}

function card({ page }: Person, name: string | RegExp): Locator {
  return page
    .getByRole("list", { name: "Contacts" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name }) });
}

function ringing({ page }: Person): Locator {
  return page.getByTestId("call");
}

/** Calls again, once the last call has been read about. */
async function callBack(person: Person, contact: Locator): Promise<void> {
  await ringing(person).getByRole("button", { name: "Close" }).click();
  await contact.getByRole("button", { name: /^Call/ }).click();
}

async function leave(person: Person): Promise<void> {
  await person.wake();
  await person.button("Leave").click();
  await person.expectPhase("idle");
}

/** What the service keeps for this person, as their page is told. */
function kept(page: Person["page"]): Promise<readonly { readonly sealed: string }[]> {
  return page.evaluate(async () => {
    const answer = await fetch("/api/contacts", { cache: "no-store" });
    return ((await answer.json()) as { contacts: { sealed: string }[] }).contacts;
  });
}

/** Everything that the service has written, once this is in it. */
async function databaseWith({ folder }: OwnService, sealed: string): Promise<Buffer> {
  const read = () =>
    Buffer.concat(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    );
  await expect.poll(() => read().includes(sealed), "what is sealed is in the database").toBe(true);
  return read();
}

declare global {
  interface Window {
    /** What the page has said on data channels of whether it wants to keep somebody. */
    keepMessages: Readonly<Record<string, unknown>>[];
  }
}

/** Lets the test see what a page says of keeping; the page itself is left as it is. */
async function watchChannels(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.keepMessages = [];
    const { value: send } = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, "send") as {
      readonly value: (this: RTCDataChannel, data: unknown) => void;
    };
    RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
      if (typeof data === "string" && data.startsWith('{"topic":"keep"'))
        window.keepMessages.push((JSON.parse(data) as { body: Record<string, unknown> }).body);
      send.call(this, data);
    };
  });
}

/** How many runs this page has taken part in. */
function runs({ page }: Person): Promise<number> {
  return page.evaluate(() => new Set(window.keepMessages.map(({ run }) => run)).size);
}

/** The forms of everything that a page has said of it: a side begins and ends, or answers. */
function shapes({ page }: Person): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...new Set(
      window.keepMessages.map((message) =>
        Object.values(message)
          .map((value) => (typeof value === "string" && value.length === 64 ? "64" : typeof value))
          .join(),
      ),
    ),
  ]);
}
