import { writeFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { Person, type Surroundings } from "./person";
import { withOwnService } from "./world/ownService";
import type { Service } from "./world/service";
import { type World, withWorld } from "./world/world";

export { expect } from "@playwright/test";

interface Fixtures {
  /** Lets somebody arrive, with a browser of their own; all of them leave when the test is over. */
  readonly arrive: (name: string, surroundings?: Partial<Surroundings>) => Promise<Person>;
}

interface Shared {
  readonly world: World;
  /** A second service, as it starts without settings: five minutes a session, for what takes longer than a countdown. */
  readonly unhurried: Service;
}

export const test = base.extend<Fixtures, Shared>({
  arrive: async ({ world, viewport }, provide, info) => {
    const people: Person[] = [];
    await provide(async (name, surroundings) => {
      const person = await Person.arrive(name, {
        ...{ origin: world.localhost, viewport, ...surroundings },
      });
      people.push(person);
      return person;
    });
    if (info.status !== info.expectedStatus) {
      for (const { name, page, requests } of people) {
        // Beside the error, where whoever has nothing but the folder finds it.
        await page.screenshot({ path: info.outputPath(`${name}.png`), timeout: 5_000 });
        writeFileSync(info.outputPath(`${name}.requests.txt`), requests.join("\n"));
      }
    }
    for (const person of people) await person.leave();
    for (const { name, faults } of people)
      expect.soft(faults, `errors on ${name}'s page`).toEqual([]);
  },
  world: [
    // Playwright reads the names of what is needed from this very pattern.
    async ({}, provide) => {
      await withWorld(provide);
    },
    { scope: "worker", timeout: 150_000 },
  ],
  unhurried: [
    async ({}, provide) => {
      await withOwnService("unhurried", [], provide);
    },
    { scope: "worker", timeout: 150_000 },
  ],
});
