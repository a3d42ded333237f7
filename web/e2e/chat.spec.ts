import type { Locator } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test as base } from "./test";
import { comeIn } from "./together";
import { OutsideThePage } from "./wallets";
import { Network } from "./world/network";

declare global {
  interface Window {
    /** The channel on which the two pages talk. */
    control: RTCDataChannel | undefined;
  }
}

const test = base.extend<{ readonly network: Network }>({
  network: async ({ world }, provide) => {
    const ports = [world.localhost, world.rpcUrl].map((url) => Number(new URL(url).port));
    const network = await Network.open(ports);
    await provide(network);
    network.close();
  },
});

test("two people write to each other, and nobody after them reads it", async ({
  arrive,
  unhurried,
}) => {
  test.setTimeout(240_000);
  const origin = unhurried.localhost;
  const ada = await arrive("Ada", { origin, colorScheme: "light" });
  const hana = await arrive("Hana", {
    origin,
    colorScheme: "dark",
    viewport: { width: 390, height: 844 },
  });
  for (const { page } of [ada, hana]) await page.addInitScript(keepControl);
  await comeIn(ada, hana);
  await meet(ada, hana);

  await test.step("every key does one thing", async () => {
    await ada.page.keyboard.press("k");
    const caps = ada.dialog("Keys").locator("kbd");
    await expect(caps.filter({ hasText: /^C$/ })).toBeVisible();
    const keys = await caps.allTextContents();
    expect(keys).toEqual([...new Set(keys)]);
  });

  await test.step("a key opens the panel, and one writes at once", async () => {
    await ada.page.keyboard.press("c");
    await expect(ada.dialog("Chat")).toBeVisible();
    await expect(field(ada)).toBeFocused();
    await ada.page.keyboard.type("cm <b>hi</b> https://example.org +44 20 7946 0000");
    await ada.page.keyboard.press("Enter");
    await expect(field(ada)).toHaveValue("");
    await expectDelivered(ada, "cm <b>hi</b>");
    // The letters typed were the field's alone.
    await expect(ada.button("Mute")).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("who is not looking is told over the picture, on the bar and in the title", async () => {
    await expect(hana.page.getByRole("status").filter({ hasText: "cm <b>hi</b>" })).toBeVisible();
    await hana.wake();
    await expect(hana.button("Chat 1 unread message")).toBeVisible();
    await expect(hana.page).toHaveTitle(/^\(1\) /);
    await hana.button("Chat 1 unread message").click();
    await expect(lines(hana)).toHaveText(["cm <b>hi</b> https://example.org +44 20 7946 0000"]);
    await expect(hana.button("Chat")).toHaveAttribute("aria-pressed", "true");
    await expect(hana.page).toHaveTitle(/^[^(]/);
  });

  await test.step("links are letters: nothing of a message can be pressed or is fetched", async () => {
    for (const person of [ada, hana]) {
      await expect(log(person).locator("a, b, img, iframe, button")).toHaveCount(0);
      expect(person.requests.filter((request) => request.includes("example.org"))).toEqual([]);
    }
  });

  await test.step("each sees that the other types, until they stop", async () => {
    await field(hana).click();
    await field(hana).pressSequentially("wel");
    await expect(log(ada)).toContainText("They are typing…");
    await field(hana).fill("");
    await expect(log(ada)).not.toContainText("They are typing…");
  });

  await test.step("Shift and Enter begin a line; Enter sends, unless it ends a composition", async () => {
    await field(hana).pressSequentially("one");
    await hana.page.keyboard.press("Shift+Enter");
    await field(hana).pressSequentially("two");
    await field(hana).evaluate((element) =>
      element.dispatchEvent(
        new KeyboardEvent("keydown", {
          ...{ key: "Enter", isComposing: true },
          ...{ bubbles: true, cancelable: true },
        }),
      ),
    );
    await expect(field(hana)).toHaveValue("one\ntwo");
    await hana.button("Send").click();
    // A tap on the button leaves the field, and with it a phone's keyboard, where it was.
    await expect(field(hana)).toBeFocused();
    await expectDelivered(hana, "one");
    await expect(lines(ada).last()).toHaveText("one\ntwo", { useInnerText: true });
    await expect(ada.page).toHaveTitle(/^[^(]/);
  });

  await test.step("each message has its own direction, and turns no other around", async () => {
    await say(hana, "مرحبا Ada!");
    await say(hana, "photo\u202egnp.exe");
    await expect(lines(ada).nth(-2)).toHaveCSS("direction", "rtl");
    await expect(lines(ada).last()).toHaveText("photognp.exe");
    await expect(lines(ada).last()).toHaveCSS("direction", "ltr");
    await expect(lines(ada).last()).toHaveCSS("unicode-bidi", "isolate");
  });

  await test.step("the longest message arrives whole, stays within the panel, and its end is seen", async () => {
    const longest = "w".repeat(4_000);
    await field(ada).fill(`${longest}x`);
    await expect(field(ada)).toHaveValue(longest);
    await expect(ada.dialog("Chat")).toContainText("No characters left");
    await ada.page.keyboard.press("Enter");
    await expect(lines(hana).last()).toHaveText(longest);
    for (const person of [ada, hana]) {
      await expect.poll(() => overflow(person)).toEqual({ across: 0, below: 0 });
      await expectInView(field(person));
    }
  });

  await test.step("axe finds nothing serious in it", async () => {
    for (const person of [ada, hana]) await expectAccessible(person, "the chat");
  });

  await test.step("above a phone's keyboard there is still a conversation", async () => {
    await hana.page.setViewportSize({ width: 390, height: 420 });
    await say(ada, "can you read this?");
    await expectInView(lines(hana).last());
    await expectInView(field(hana));
    await expectInView(hana.button("Close"));
    await hana.page.setViewportSize({ width: 390, height: 844 });
  });

  await test.step("it outlives a new path between the two", async () => {
    await ada.page.evaluate(() => {
      window.negotiations = 0;
      window.connections.at(-1)?.restartIce();
    });
    await expect.poll(() => ada.page.evaluate(() => window.negotiations)).toBeGreaterThan(0);
    await say(ada, "still there?");
    await expectDelivered(ada, "still there?");
    await expect(lines(hana).last()).toHaveText("still there?");
  });

  await test.step("Escape closes it, and a draft waits for whoever comes back", async () => {
    await field(ada).pressSequentially("half a thought");
    await ada.page.keyboard.press("Escape");
    await expect(ada.dialog("Chat")).toBeHidden();
    await ada.expectPhase("live");
    await ada.page.keyboard.press("c");
    await expect(field(ada)).toHaveValue("half a thought");
  });

  await test.step("a page that floods it is not let in faster than people write", async () => {
    const before = await lines(ada).count();
    await hana.page.evaluate(flood, { from: await lines(hana, "me").count(), count: 2_000 });
    await expect.poll(() => lines(ada).count()).toBeGreaterThan(before + 20);
    await say(ada, "stop that");
    await expect(lines(hana).last()).toHaveText("stop that");
    // A few seconds of it at the pace of people, where two thousand were sent at once.
    expect(await lines(ada).count()).toBeLessThan(before + 200);
    await expectToSee(ada.page);
  });

  await test.step("nothing of it is left for the next one", async () => {
    await field(ada).fill("not for you");
    await ada.page.keyboard.press("Escape");
    await ada.page.keyboard.press("n");
    await hana.expectPhase("ended");
    await expect(hana.page.getByText("stop that")).toHaveCount(0);
    const bruno = await arrive("Bruno", { origin });
    await bruno.comeIn();
    await bruno.meet();
    for (const person of [ada, bruno]) {
      await person.expectPhase("live");
      await person.page.keyboard.press("c");
      await expect(lines(person)).toHaveCount(0);
      await expect(field(person)).toHaveValue("");
    }
    await say(ada, "hello, you");
    await expect(lines(bruno)).toHaveText(["hello, you"]);
    await expect(lines(ada)).toHaveText(["hello, you"]);
  });
});

test("what is written while the way is blocked arrives once, when it is mended, and a further round goes on with it", async ({
  arrive,
  network,
}) => {
  const ada = await arrive("Ada", { place: await network.add() });
  const hana = await arrive("Hana", { place: await network.add() });
  for (const person of [ada, hana]) {
    await (await OutsideThePage.of(person.name, person.origin)).stake();
    await person.signIn();
    await person.goTo("Meet");
  }
  await meet(ada, hana);
  for (const { page } of [ada, hana]) await page.keyboard.press("c");
  await say(ada, "before");
  await expectDelivered(ada, "before");

  network.cut();
  await say(ada, "in between");
  await expect(bubble(ada, "in between")).toContainText("Not delivered yet");
  expect(await lines(hana).allTextContents()).toEqual(["before"]);
  network.mend();
  await expectDelivered(ada, "in between");
  await expect(lines(hana)).toHaveText(["before", "in between"]);

  for (const person of [ada, hana]) await person.expectPhase("asking");
  for (const person of [ada, hana]) await person.button("Yes, again").click();
  for (const person of [ada, hana]) await person.expectPhase("live");
  await say(hana, "after");
  await expect(lines(ada)).toHaveText(["before", "in between", "after"]);
  await expectDelivered(hana, "after");
});

async function meet(...people: readonly Person[]): Promise<void> {
  for (const person of people) await person.meet();
  for (const person of people) await person.expectPhase("live");
  for (const { page } of people) await expectToSee(page);
}

function log({ page }: Person): Locator {
  return page.getByRole("log", { name: "What you two have written" });
}

function field({ page }: Person): Locator {
  return page.getByRole("textbox", { name: "Your message" });
}

/** The texts of all messages, or of those from one side. */
function lines(person: Person, from?: "me" | "them"): Locator {
  const side = from === undefined ? "[data-from]" : `[data-from=${from}]`;
  return log(person).locator(`${side} p[dir=auto]`);
}

function bubble(person: Person, text: string): Locator {
  return log(person).locator("[data-from=me]").filter({ hasText: text });
}

async function say(person: Person, text: string): Promise<void> {
  await field(person).fill(text);
  await field(person).press("Enter");
  await expect(field(person)).toHaveValue("");
}

async function expectDelivered(person: Person, text: string): Promise<void> {
  await expect(bubble(person, text).locator("[data-delivered=true]")).toBeVisible();
  await expect(bubble(person, text)).toContainText("Delivered");
}

/** How far the conversation reaches beyond its width, and how much of its end is out of sight, in pixels. */
function overflow(person: Person): Promise<{ across: number; below: number }> {
  return log(person).evaluate((element) => ({
    across: element.scrollWidth - element.clientWidth,
    below: Math.max(
      0,
      Math.floor(element.scrollHeight - element.clientHeight - element.scrollTop - 1),
    ),
  }));
}

/** It can be seen, at its whole height. */
async function expectInView(what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 0.99 });
}

/** Keeps hold of the page's control channel, before any other script. */
function keepControl(): void {
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      const create = connection.createDataChannel.bind(connection);
      connection.createDataChannel = (label, options) => {
        const channel = create(label, options);
        if (label === "control") window.control = channel;
        return channel;
      };
      return connection;
    },
  });
}

/** As many messages as fast as the channel takes them, numbered after those that the page itself has sent. */
async function flood({ from, count }: { from: number; count: number }): Promise<void> {
  const { control } = window;
  if (control === undefined) throw new Error("nobody is connected");
  for (let each = 1; each <= count; each++) {
    const body = { say: from + each, text: `flood ${each}` };
    control.send(JSON.stringify({ topic: "chat", body }));
    if (control.bufferedAmount > 1 << 20)
      await new Promise((resolve) => {
        control.bufferedAmountLowThreshold = 1 << 18;
        control.onbufferedamountlow = resolve;
      });
  }
}
