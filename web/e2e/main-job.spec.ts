import { expectSilence, expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";

test("two strangers come in, meet until the limit, meet again, and one goes on to the next", async ({
  arrive,
  world,
}) => {
  const ada = await arrive("Ada");
  const bruno = await arrive("Bruno");

  await test.step("Ada signs in and mints a pass that says what it unlocks", async () => {
    await ada.signIn();
    const done = await ada.mint("Silver");
    await expect(done).toContainText("Record an encounter to your own disk");
    await expect(done).toContainText("Stream your own picture live");
    await expect(done.getByRole("img", { name: /^Picture of Silver #/ })).toBeVisible();
    await done.getByRole("button", { name: "Go and meet someone" }).click();
  });

  await test.step("Bruno signs in and stakes", async () => {
    await bruno.signIn();
    const done = await bruno.stake();
    await done.getByRole("button", { name: "Go and meet someone" }).click();
  });

  const both = [ada, bruno] as const;
  const cut = await test.step("they meet and see each other", async () => {
    await ada.meet();
    await ada.expectPhase("waiting");
    await bruno.meet();
    await together(both);
    return Date.now() + world.sessionLimitSeconds * 1000;
  });

  await test.step("the time runs down, and both are cut off at the limit", async () => {
    await Promise.all(both.map((person) => person.expectPhase("asking")));
    // Seeing each other took a moment of the limit; no encounter may be longer than it.
    expect(Date.now()).toBeLessThan(cut + 2_000);
    await Promise.all(both.map(({ page }) => expectSilence(page)));
  });

  await test.step("both want to go on: the same two see each other again", async () => {
    await ada.button("Yes, again").click();
    await bruno.button("Yes, again").click();
    await together(both);
    const made = await ada.page.evaluate(() => window.connections.length);
    expect(made, "a second round needs no second connection").toBe(1);
  });

  await test.step("Ada goes on to the next: Bruno is told, Ada waits", async () => {
    await ada.wake();
    await ada.button("Next").click();
    await ada.expectPhase("waiting");
    await bruno.expectPhase("ended");
    await expectSilence(bruno.page);
  });

  await test.step("the two are not put together twice in a row", async () => {
    await bruno.button("Meet someone else").click();
    await bruno.expectPhase("waiting");
    await expect(bruno.page.getByText("1 other waiting")).toBeVisible();
    await expect(ada.page.getByText("1 other waiting")).toBeVisible();
  });
});

/** Both are live, decode each other's frames and show them. */
async function together(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.expectPhase("live")));
  await Promise.all(people.map(({ page }) => expectToSee(page)));
}
