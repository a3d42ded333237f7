import { expectToSee } from "./media";
import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";

test("two windows of one ordinary browser are two people, at the two addresses that the service prints", async ({
  arrive,
  world,
}) => {
  for (const name of ["Emil", "Farah"])
    await (await OutsideThePage.of(name, world.localhost)).stake();
  const emil = await arrive("Emil", { origin: world.localhost });
  const farah = await emil.secondWindow("Farah", world.loopback);
  await emil.signIn();
  await farah.signIn();

  await test.step("neither sign-in has thrown the other out", async () => {
    for (const person of [emil, farah]) {
      await person.page.reload();
      await expect(person.page.getByRole("navigation", { name: "Places" })).toBeVisible();
    }
  });

  await test.step("they meet", async () => {
    for (const person of [emil, farah]) {
      await person.page.bringToFront();
      await person.goTo("Meet");
      await person.meet();
    }
    for (const person of [farah, emil]) {
      await person.page.bringToFront();
      await person.expectPhase("live");
      await expectToSee(person.page);
    }
  });

  await test.step("one leaves, and the other is told", async () => {
    await emil.wake();
    await emil.button("Leave").click();
    await emil.expectPhase("idle");
    await farah.expectPhase("ended");
    await expect(farah.page.getByRole("heading", { name: "They said goodbye" })).toBeVisible();
  });
});
