import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, type Lines, listenIn } from "./lines";
import { expectToSee } from "./media";
import type { Person, Surroundings } from "./person";
import { expect, test } from "./test";
import { comeIn } from "./together";
import { startChain } from "./world/chain";
import { freePort, type Service, startService } from "./world/service";

/** A small window: what two large ones take to be drawn is missed where Java starts, on a machine with two cores. */
const viewport = { width: 360, height: 640 };

/** Starting Java twice takes its time where both cores are busy. */
test.setTimeout(300_000);

/** One service after the other, in one data folder and at one address. */
class Operator {
  readonly #settings: readonly string[];
  readonly #port: number;
  #runs = 0;
  service: Service | null = null;

  constructor(port: number, settings: readonly string[]) {
    this.#port = port;
    this.#settings = settings;
  }

  async start(): Promise<Service> {
    this.#runs += 1;
    this.service = await startService(`restart-${this.#runs}`, this.#settings, this.#port);
    return this.service;
  }
}

/** All encounters that the service has named to a page. */
function encounters({ heard }: Lines): ReadonlySet<string> {
  return new Set(
    heard.flatMap(({ frame }) => (JSON.parse(frame) as { encounter?: string }).encounter ?? []),
  );
}

const negotiations = ({ page }: Person) => page.evaluate(() => window.negotiations);
const connections = ({ page }: Person) => page.evaluate(() => window.connections.length);
const session = ({ page }: Person) =>
  page.evaluate(async () => (await fetch("/api/session", { cache: "no-store" })).status);

async function together(both: readonly Person[]): Promise<void> {
  await Promise.all(both.map((person) => person.expectPhase("live")));
  await Promise.all(both.map(({ page }) => expectToSee(page)));
}

type Arrive = (name: string, surroundings: Partial<Surroundings>) => Promise<Person>;

/** Two who see each other, and what their lines carry. */
async function pairOf(arrive: Arrive, origin: string) {
  const both = [
    await arrive("Ada", { origin, viewport }),
    await arrive("Bruno", { origin, viewport }),
  ] as const;
  const lines = both.map(listenIn);
  await comeIn(...both);
  for (const person of both) await person.meet();
  await together(both);
  return { both, lines };
}

test("a call outlives a service that is killed, and both go on to others afterwards", async ({
  arrive,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
  const operator = new Operator(await freePort(), [
    `--passerby.data.folder=${folder}`,
    `--passerby.chain.embedded.port=${await freePort()}`,
  ]);
  try {
    const { localhost: origin } = await operator.start();
    const { both, lines } = await pairOf(arrive, origin);
    const [ada, bruno] = both;
    const before = await Promise.all(both.map(negotiations));

    await test.step("while it is dead they see each other", async () => {
      await operator.service?.kill();
      await together(both);
    });

    await test.step("when it is back, so is their encounter", async () => {
      await operator.start();
      for (const line of lines)
        await expect.poll(() => count(line.heard, "revived"), { timeout: 60_000 }).toBe(1);
      await together(both);
      expect(await Promise.all(both.map(session)), "still signed in").toEqual([200, 200]);
      for (const line of lines) {
        expect(encounters(line).size, "one encounter").toBe(1);
        expect(count(line.heard, "matched"), "matched once").toBe(1);
      }
      expect(await Promise.all(both.map(connections)), "the same connection").toEqual([1, 1]);
      expect(await Promise.all(both.map(negotiations)), "not negotiated again").toEqual(before);
    });

    await test.step("one goes on to the next, and the other is told", async () => {
      await ada.wake();
      await ada.button("Next").click();
      await ada.expectPhase("waiting");
      await bruno.expectPhase("ended");
      await expect(bruno.page.getByRole("heading", { name: "They moved on" })).toBeVisible();
    });

    await test.step("and meets somebody else", async () => {
      const chioma = await arrive("Chioma", { origin, viewport });
      await chioma.comeIn();
      await chioma.meet();
      await together([ada, chioma]);
    });
  } finally {
    await operator.service?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a call outlives a service that is stopped, and ends at its limit by the next one's word", async ({
  arrive,
}) => {
  const limit = 75;
  const folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
  const chain = await startChain(limit);
  const operator = new Operator(await freePort(), [
    `--passerby.data.folder=${folder}`,
    `--passerby.chain.rpc-url=${chain.rpcUrl}`,
    `--passerby.chain.tier-pass=${chain.tierPass}`,
    `--passerby.chain.session-staking=${chain.sessionStaking}`,
    "--passerby.chain.demo-wallets=true",
  ]);
  try {
    const { localhost: origin } = await operator.start();
    const { both, lines } = await pairOf(arrive, origin);
    const begun = Date.now();

    await operator.service?.stop();
    await together(both);
    for (const line of lines) {
      expect(count(line.heard, "going-away"), "told of the restart").toBe(1);
      expect(count(line.heard, "ended"), "nothing has ended").toBe(0);
    }
    await operator.start();
    for (const line of lines)
      await expect.poll(() => count(line.heard, "revived"), { timeout: 60_000 }).toBe(1);
    await together(both);

    for (const person of both)
      await expect(person.page.getByTestId("encounter")).toHaveAttribute("data-state", "asking", {
        timeout: limit * 1_000,
      });
    expect(Date.now() - begun).toBeLessThan((limit + 3) * 1_000);
    for (const line of lines) {
      await expect.poll(() => count(line.heard, "asking"), "the service has said so").toBe(1);
      expect(encounters(line).size, "one encounter").toBe(1);
    }
    for (const person of both) await person.button("Yes, again").click();
    await together(both);
    for (const line of lines) expect(count(line.heard, "live"), "a round of each").toBe(2);
  } finally {
    await operator.service?.stop();
    await chain.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
