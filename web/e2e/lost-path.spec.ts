import { expectToSee, received } from "./media";
import type { Person } from "./person";
import { expect, test as base } from "./test";
import { OutsideThePage } from "./wallets";
import { Network } from "./world/network";
import type { World } from "./world/world";

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
  await meet(world, chioma, goran);
  network.cut();
  for (const { page } of [chioma, goran]) {
    await expect(page.getByText("Reconnecting")).toBeVisible();
    await standsStill(page);
  }
  network.mend();
  for (const { page } of [chioma, goran]) {
    await expectToSee(page);
    await expect(page.getByText("Reconnecting")).toBeHidden();
  }
});

test("somebody changes networks in mid-call, and they see each other again", async ({
  arrive,
  network,
  world,
}) => {
  const place = await network.add();
  const dara = await arrive("Dara", { place });
  const hana = await arrive("Hana", { place: await network.add() });
  await meet(world, dara, hana);
  place.changeNetwork();
  for (const { page } of [dara, hana]) {
    await standsStill(page);
    await expectToSee(page);
  }
});

function portOf(url: string): number {
  return Number(new URL(url).port);
}

async function meet(world: World, ...people: readonly Person[]): Promise<void> {
  for (const { name } of people) await (await OutsideThePage.of(name, world)).stake();
  for (const person of people) {
    await person.signIn();
    await person.goTo("Meet");
    await person.meet();
  }
  for (const person of people) await person.expectPhase("live");
  for (const { page } of people) await expectToSee(page);
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
