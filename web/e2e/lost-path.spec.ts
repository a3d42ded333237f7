import { listenIn } from "./lines";
import { expectToSee, received } from "./media";
import type { Person } from "./person";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { ways } from "./ways";
import { Network } from "./world/network";

const test = base.extend<{ readonly network: Network }>({
  network: async ({ world }, provide) => {
    const network = await Network.open([portOf(world.localhost), portOf(world.rpcUrl)]);
    await provide(network);
    network.close();
  },
});

test("the way between two is blocked for a while, and they see each other again", async ({
  arrive,
  network,
  world,
}) => {
  const chioma = await arrive("Chioma", { place: await network.add() });
  const goran = await arrive("Goran", { place: await network.add() });
  const both = [chioma, goran] as const;
  const lines = listenIn(chioma);
  await meet(...both);
  network.cut();
  for (const { page } of both) {
    await expect(page.getByText(/The clock stands/)).toBeVisible();
    await standsStill(page);
  }
  await Promise.all(both.map(({ page }) => expectTheClockToStand(page)));
  network.mend();
  for (const { page } of both) {
    await expectToSee(page);
    await expect(page.getByText("Reconnecting")).toBeHidden();
    await expect(page.getByText(/The clock stands/)).toBeHidden();
  }
  await test.step("the time for which the clock stood is given back", async () => {
    for (const person of both) await person.expectPhase("asking");
    const moment = (type: string): number =>
      lines.heard.find((each) => each.type === type)?.at ?? Number.NaN;
    const stood = moment("continued") - moment("paused");
    expect(stood).toBeGreaterThan(2_000);
    const length = moment("asking") - moment("live") - stood;
    expect(Math.abs(length - world.sessionLimitSeconds * 1_000)).toBeLessThan(1_000);
  });
});

test("somebody changes networks in mid-call, and they see each other again", async ({
  arrive,
  network,
}) => {
  const place = await network.add();
  const dara = await arrive("Dara", { place });
  const hana = await arrive("Hana", { place: await network.add() });
  await meet(dara, hana);
  const { ends: before } = await ways(dara.page);
  expect(before).toHaveLength(2);
  place.changeNetwork();
  // Both at once: the second one's pause may be over before the first one sees again.
  await Promise.all(
    [dara, hana].map(async ({ page }) => {
      await expect
        .poll(async () => {
          const { ends } = await ways(page);
          return ends.length === 2 && ends.some((address) => !before.includes(address));
        })
        .toBe(true);
      await expectToSee(page);
    }),
  );
});

function portOf(url: string): number {
  return Number(new URL(url).port);
}

async function meet(...people: readonly Person[]): Promise<void> {
  for (const { name, origin } of people) await (await OutsideThePage.of(name, origin)).stake();
  for (const person of people) {
    await person.signIn();
    await person.goTo("Meet");
    await person.meet();
  }
  for (const person of people) await person.expectPhase("live");
  for (const { page } of people) await expectToSee(page);
}

/** The minute that it may stand goes by, and the time that is left does not. */
async function expectTheClockToStand(page: Person["page"]): Promise<void> {
  const clock = page.getByRole("timer", { name: "Time left. The clock stands" });
  const pause = page.getByTestId("pause-left");
  const left = await clock.innerText();
  const before = await pause.innerText();
  await expect.poll(() => pause.innerText()).not.toBe(before);
  const between = await pause.innerText();
  await expect.poll(() => pause.innerText()).not.toBe(between);
  expect(await clock.innerText()).toBe(left);
}

/** Nothing of the other comes any more. */
async function standsStill(page: Person["page"]): Promise<void> {
  let last = -1;
  await expect
    .poll(
      async () => {
        const { framesDecoded } = await received(page);
        const still = framesDecoded === last;
        last = framesDecoded;
        return still;
      },
      { intervals: [700] },
    )
    .toBe(true);
}
