import { FirefoxPerson } from "./firefox";
import { expectToSee, receivedHere } from "./media";
import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";

/** Firefox reports this once, without saying where, and the call is none the worse for it. Not found yet. */
const PLACELESS = /^Error: SecurityError: The operation is insecure\.$/;

test("somebody with Firefox and somebody with Chromium meet, and see each other until the limit", async ({
  arrive,
  world,
}) => {
  test.setTimeout(150_000);
  for (const name of ["Dara", "Goran"])
    await (await OutsideThePage.of(name, world.localhost)).stake();
  const goran = await arrive("Goran");
  const dara = await FirefoxPerson.arrive("Dara");
  try {
    await dara.signIn(world.localhost);
    await dara.click("Meet");
    await goran.signIn();
    await goran.goTo("Meet");
    await goran.meet();
    await goran.expectPhase("live");
    await expectToSee(goran.page);
    await expect.poll(() => dara.phase()).toBe("live");
    const { framesDecoded } = await dara.page.evaluate(receivedHere);
    await expect
      .poll(async () => (await dara.page.evaluate(receivedHere)).framesDecoded)
      .toBeGreaterThan(framesDecoded + 5);
    await expect.poll(() => dara.phase()).toBe("asking");
    await goran.expectPhase("asking");
    expect(dara.faults.filter((fault) => !PLACELESS.test(fault))).toEqual([]);
  } finally {
    await dara.leave();
  }
});
