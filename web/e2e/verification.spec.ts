import { expectAccessible } from "./accessibility";
import { expectSilence, expectToSee, received } from "./media";
import { Middle, picturesOf } from "./middle";
import type { Person } from "./person";
import { intercept } from "./socket";
import { expect, test } from "./test";
import { comeIn, meet } from "./together";

// Several people, and each of them comes in first.
test.describe.configure({ timeout: 300_000 });

test("two people see the same pictures, say so, and are told so; nobody slips in afterwards", async ({
  arrive,
  unhurried,
}) => {
  const { localhost: origin } = unhurried;
  const ada = await arrive("Ada", { origin });
  const bruno = await arrive("Bruno", { origin, viewport: { width: 390, height: 844 } });
  const forged = await forge(ada);
  await meet(ada, bruno);
  let pictures: readonly string[] = [];

  await test.step("the same six pictures, in the same order, with names to read out", async () => {
    pictures = await picturesOf(ada);
    expect(await picturesOf(bruno)).toEqual(pictures);
    for (const picture of pictures)
      expect(picture).toMatch(/^\p{Emoji_Presentation}\s+[A-Z][a-z ]+$/u);
    for (const person of [ada, bruno]) await expectAccessible(person, "the comparison");
  });

  await test.step("one confirms, and the other is told; then the other", async () => {
    const panel = ada.dialog("Is it just you two?");
    await panel.getByRole("button", { name: "They match" }).click();
    await expect(ada.page.getByText("Just you two", { exact: true })).toBeVisible();
    const theirs = bruno.dialog("Is it just you two?");
    await expect(theirs).toContainText("They say that the pictures match.");
    await expect(bruno.page.getByText("Just you two", { exact: true })).toBeHidden();
    await theirs.getByRole("button", { name: "They match" }).click();
    await expect(theirs).toContainText("They confirmed it, too.");
    await expect(panel).toContainText("They confirmed it, too.");
  });

  await test.step("new paths, same people: an ICE restart changes nothing", async () => {
    const before = await credentials(ada);
    await ada.page.evaluate(() => window.connections[0]?.restartIce());
    await expect.poll(() => credentials(ada)).not.toBe(before);
    await Promise.all([ada, bruno].map(({ page }) => expectToSee(page)));
    expect(await picturesOf(ada)).toEqual(pictures);
    await expect(ada.page.getByText("Just you two", { exact: true })).toBeVisible();
  });

  await test.step("a description of somebody else, in mid-call, is not applied", async () => {
    const refused = ada.page.waitForEvent("console", (message) =>
      message.text().includes("another certificate"),
    );
    const before = await remoteDescription(ada);
    await forged();
    await refused;
    expect(await remoteDescription(ada)).toBe(before);
    await expectToSee(ada.page);
    expect(await picturesOf(ada)).toEqual(pictures);
  });

  await test.step("who sees other pictures hangs up at once, and the other learns why", async () => {
    await bruno.dialog("Is it just you two?").getByRole("button", { name: "They differ" }).click();
    await expect(heading(bruno, "Somebody may be in between")).toBeVisible();
    await expect(heading(ada, "They saw other pictures")).toBeVisible();
    for (const person of [ada, bruno]) {
      await expectSilence(person.page);
      await expectAccessible(person, "the end for fear of somebody in between");
    }
  });
});

test("somebody in the middle, through whom both see each other, always shows them different pictures", async ({
  arrive,
  unhurried,
}) => {
  const { localhost: origin } = unhurried;
  const people = [
    await arrive("Chioma", { origin }),
    await arrive("Dara", { origin }),
    await arrive("Emil", { origin }),
  ] as const;
  await comeIn(...people);
  const [chioma, dara, emil] = people;
  const seen: string[] = [];
  for (const [one, other] of [
    [chioma, dara],
    [dara, emil],
    [emil, chioma],
  ] as const) {
    await test.step(`between ${one.name} and ${other.name}`, async () => {
      const middle = await Middle.stand(one, other, "cunning");
      for (const person of [one, other]) {
        await person.page.reload();
        await person.meet();
      }
      for (const person of [one, other]) {
        await person.expectPhase("live");
        await expectToSee(person.page);
      }
      const strings = [await picturesOf(one), await picturesOf(other)] as const;
      expect(strings[0]).not.toEqual(strings[1]);
      // The one in the middle has done everything right: each of the two agrees with them.
      expect(words(strings[0])).toEqual(middle.string("a"));
      expect(words(strings[1])).toEqual(middle.string("b"));
      seen.push(...strings.map((string) => string.join()));
      await one.dialog("Is it just you two?").getByRole("button", { name: "They differ" }).click();
      await expect(heading(one, "Somebody may be in between")).toBeVisible();
      await other.expectPhase("ended");
      await middle.leave();
    });
  }
  expect(new Set(seen).size, "no string came twice").toBe(seen.length);
});

test("somebody in the middle who passes everything on is found out by both pages", async ({
  arrive,
  unhurried,
}) => {
  const { localhost: origin } = unhurried;
  const emil = await arrive("Emil", { origin });
  const hana = await arrive("Hana", { origin });
  await comeIn(emil, hana);
  await Middle.stand(emil, hana, "verbatim");
  for (const person of [emil, hana]) {
    await person.page.reload();
    await person.meet();
  }
  for (const person of [emil, hana]) {
    await expect(heading(person, "Somebody may be in between")).toBeVisible();
    await expectSilence(person.page);
  }
});

test("a service that only swaps the fingerprints brings no two together", async ({
  arrive,
  unhurried,
}) => {
  const { localhost: origin } = unhurried;
  const goran = await arrive("Goran", { origin });
  const bruno = await arrive("Bruno", { origin });
  for (const person of [goran, bruno]) {
    await intercept(person, (message) =>
      message.replace(
        /a=fingerprint:sha-256 (..):(..)/g,
        (_all, first, second) => `a=fingerprint:sha-256 ${second as string}:${first as string}`,
      ),
    );
    await person.comeIn();
    await person.meet();
  }
  for (const { page } of [goran, bruno]) {
    await expect(page.getByText("You two could not connect.").first()).toBeVisible({
      timeout: 40_000,
    });
    expect(await received(page), "not a byte of the other came in").toEqual({
      framesDecoded: 0,
      bytes: 0,
    });
  }
});

/** Gives the service the power to say, as if it came from the other, that somebody else is on the line now. */
async function forge({ page }: Person): Promise<() => Promise<void>> {
  let send: (message: string) => void = () => undefined;
  let envelope: { encounter: string; peer: string } | null = null;
  await page.routeWebSocket(/\/api\/socket$/, (socket) => {
    const service = socket.connectToServer();
    send = (message) => socket.send(message);
    service.onMessage((message) => {
      const heard = JSON.parse(message.toString()) as {
        type: string;
        encounter: string;
        peer: string;
      };
      if (heard.type === "matched") envelope = heard;
      socket.send(message);
    });
  });
  return async () => {
    const sdp = await remoteDescription({ page });
    const description = {
      type: "offer",
      sdp: sdp
        .replace(/a=fingerprint:sha-256 (..):(..)/g, "a=fingerprint:sha-256 $2:$1")
        .replace(/a=setup:\w+/g, "a=setup:actpass")
        .replace(/a=ice-ufrag:(.*)/g, "a=ice-ufrag:x$1"),
    };
    send(
      JSON.stringify({
        type: "signal",
        encounter: envelope?.encounter,
        from: envelope?.peer,
        payload: { description },
      }),
    );
  };
}

function remoteDescription({ page }: Pick<Person, "page">): Promise<string> {
  return page.evaluate(() => window.connections[0]?.currentRemoteDescription?.sdp ?? "");
}

/** The path's own names, which an ICE restart changes. */
function credentials({ page }: Person): Promise<string> {
  return page.evaluate(
    () =>
      /a=ice-ufrag:(\S+)/.exec(window.connections[0]?.currentLocalDescription?.sdp ?? "")?.[1] ??
      "",
  );
}

function heading({ page }: Person, name: string) {
  return page.getByRole("heading", { name });
}

/** From "🐝\n\nBee" to "bee", as the table has it. */
function words(pictures: readonly string[]): readonly string[] {
  return pictures.map(
    (picture) => picture.split("\n").at(-1)?.toLowerCase().replace(" ", "-") ?? "",
  );
}
