import { expectSilence, expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";

test("the pages end the call at the chain's limit although the service says nothing", async ({
  arrive,
  world,
}) => {
  const dara = await arrive("Dara");
  const emil = await arrive("Emil");
  const both = [dara, emil] as const;
  const silence = await Promise.all(both.map(silenceable));
  for (const person of both) {
    await person.signIn();
    const done = await person.mint("Bronze");
    await done.getByRole("button", { name: "Go and meet someone" }).click();
  }

  for (const person of both) await person.meet();
  await Promise.all(both.map((person) => person.expectPhase("live")));
  const begun = Date.now();
  const withheld = silence.map((begin) => begin());
  await Promise.all(both.map(({ page }) => expectToSee(page)));

  await Promise.all(both.map((person) => person.expectPhase("asking")));
  expect(Date.now() - begun).toBeLessThan((world.sessionLimitSeconds + 2) * 1_000);
  await Promise.all(both.map(({ page }) => expectSilence(page)));
  for (const messages of withheld)
    await expect.poll(() => messages.join("\n"), "what the service said").toContain('"asking"');
});

/** Puts a switch into somebody's socket: once thrown, nothing of the service gets through; returns what was withheld. */
async function silenceable({ page }: Person): Promise<() => readonly string[]> {
  const withheld: string[] = [];
  let silent = false;
  await page.routeWebSocket(/\/api\/socket$/, (socket) => {
    const service = socket.connectToServer();
    service.onMessage((message) => {
      if (silent) withheld.push(message.toString());
      else socket.send(message);
    });
  });
  return () => {
    silent = true;
    return withheld;
  };
}
