import { FirefoxPerson } from "./firefox";
import { expectToSee, receivedHere } from "./media";
import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";

test("somebody with Firefox and somebody with Chromium meet, and see each other until the limit", async ({
  arrive,
  world,
}) => {
  test.setTimeout(150_000);
  for (const name of ["Bruno", "Hana"]) await (await OutsideThePage.of(name, world)).stake();
  const hana = await arrive("Hana");
  const bruno = await FirefoxPerson.arrive("Bruno");
  try {
    await bruno.signIn(world.localhost);
    await bruno.click("Meet");
    await hana.signIn();
    await hana.goTo("Meet");
    await hana.meet();
    await hana.expectPhase("live");
    await expectToSee(hana.page);
    await expect.poll(() => bruno.phase()).toBe("live");
    const { framesDecoded } = await bruno.page.evaluate(receivedHere);
    await expect
      .poll(async () => (await bruno.page.evaluate(receivedHere)).framesDecoded)
      .toBeGreaterThan(framesDecoded + 5);
    await expect.poll(() => bruno.phase()).toBe("asking");
    await hana.expectPhase("asking");
    expect(bruno.faults).toEqual([]);
  } finally {
    await bruno.leave();
  }
});
