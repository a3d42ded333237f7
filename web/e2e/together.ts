import { expectToSee } from "./media";
import type { Person } from "./person";

/** From empty windows to the lobby, all at once. */
export async function comeIn(...people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.comeIn()));
}

/** From empty windows until each sees the other. */
export async function meet(one: Person, other: Person): Promise<void> {
  const both = [one, other];
  await comeIn(...both);
  for (const person of both) await person.meet();
  for (const person of both) {
    await person.expectPhase("live");
    await expectToSee(person.page);
  }
}
