import { expectSilence, expectToSee } from "./media";
import { intercept } from "./socket";
import { expect, test } from "./test";
import { comeIn } from "./together";

test("the pages end the call at the chain's limit although the service says nothing of it", async ({
  arrive,
  world,
}) => {
  const dara = await arrive("Dara");
  const emil = await arrive("Emil");
  const both = [dara, emil] as const;
  const withheld: string[] = [];
  let silent = false;
  for (const person of both) {
    await intercept(person, (message) => {
      // That somebody is there they hear all the same: it is the time that the service is silent about.
      if (!silent || message.includes('"pong"')) return message;
      withheld.push(message);
      return null;
    });
  }
  await comeIn(...both);
  for (const person of both) await person.meet();
  await Promise.all(both.map((person) => person.expectPhase("live")));
  const begun = Date.now();
  silent = true;
  await Promise.all(both.map(({ page }) => expectToSee(page)));

  await Promise.all(both.map((person) => person.expectPhase("asking")));
  expect(Date.now() - begun).toBeLessThan((world.sessionLimitSeconds + 2) * 1_000);
  await Promise.all(both.map(({ page }) => expectSilence(page)));
  const asked = () => withheld.filter((message) => message.includes('"asking"')).length;
  await expect.poll(asked, "what the service said to them").toBe(2);
});

test("a page hangs up when the service's grant does not hold on the chain", async ({ arrive }) => {
  // Not those of the test before: nobody meets the same person twice in a row.
  const chioma = await arrive("Chioma");
  const farah = await arrive("Farah");
  await intercept(chioma, (message) =>
    message.replace(/"endsAt":(\d+)/, (_all, end) => `"endsAt":${Number(end) - 1}`),
  );
  for (const person of [chioma, farah]) {
    await person.comeIn();
    await person.meet();
  }
  await chioma.expectPhase("ended");
  await expect(chioma.page.getByRole("heading", { name: "Your page hung up" })).toBeVisible();
  await farah.expectPhase("ended");
  await expect(farah.page.getByRole("heading", { name: "They said goodbye" })).toBeVisible();
});
