import { expectAccessible } from "./accessibility";
import type { Person } from "./person";
import { expect, test } from "./test";

// One walks through every screen by day on a desktop, the other by night on a phone.
test("axe finds nothing serious on any screen, light or dark, large or small", async ({
  arrive,
}) => {
  const day = await arrive("Goran", { colorScheme: "light" });
  const night = await arrive("Hana", {
    colorScheme: "dark",
    viewport: { width: 390, height: 844 },
  });
  const both = [day, night] as const;
  const scan = async (screen: string) => {
    for (const person of both) await expectAccessible(person, screen);
  };
  const each = async (act: (person: Person) => Promise<unknown>) => {
    for (const person of both) await act(person);
  };

  await each((person) => person.open());
  await each((person) => expect(person.button("Sign in with your wallet")).toBeEnabled());
  await scan("welcome");

  await each((person) => person.chooseToSignIn());
  await scan("the choice of a wallet");

  await each((person) => person.chooseWallet());
  await scan("the demo wallet's question");

  await each((person) => person.sign());
  await each((person) => person.goTo("Passes"));
  await each((person) => expect(person.button("Get a Gold pass")).toBeVisible());
  await scan("passes");

  await each((person) => person.mint("Bronze"));
  await scan("a pass that was just minted");

  await each((person) => person.button("Go and meet someone").click());
  await each((person) => expect(person.button("Meet")).toBeEnabled());
  await scan("the lobby");

  await day.meet();
  await day.expectPhase("waiting");
  await expectAccessible(day, "waiting");
  await night.meet();
  await each((person) => person.expectPhase("live"));
  await scan("the encounter");

  await each((person) => person.expectPhase("asking"));
  await scan("again?");

  await day.button("No, thanks").click();
  await each((person) => person.expectPhase("ended"));
  await scan("the end");
});
