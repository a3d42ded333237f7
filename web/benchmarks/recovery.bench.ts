import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, listenIn } from "../e2e/lines";
import type { Lines } from "../e2e/lines";
import { expectToSee } from "../e2e/media";
import type { Person } from "../e2e/person";
import { expect, test } from "../e2e/test";
import { OutsideThePage } from "../e2e/wallets";
import { root } from "../e2e/world/child";
import { Network } from "../e2e/world/network";
import { freePort, startService } from "../e2e/world/service";
import { Wire } from "../e2e/world/wire";
import { framesOf, watchFrames } from "./frames";
import type { Frames } from "./frames";
import { median, table } from "./table";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** How long a way is gone: longer than a hiccup, shorter than the clock may stand. */
const GONE_MS = 4_000;
/** By then a new path has been found, or is being looked for. */
const FOUND_ANEW_MS = 10_000;

/** Milliseconds, each measured from what stands before it. */
interface Recovery {
  readonly what: string;
  readonly millis: readonly number[];
}

const recoveries: Recovery[] = [];

test.afterAll(() => {
  const rows = recoveries.map(({ what, millis }) => [
    what,
    ...[median(millis), Math.max(...millis)].map((value) => value.toFixed(0)),
    String(millis.length),
  ]);
  console.warn(`\n${table(["ms until it is as before", "median", "longest", "times"], rows)}\n`);
  const results = join(root, "web", "target", "benchmarks");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "recovery.json"), JSON.stringify(recoveries, null, 1));
});

test("from a lost socket to the line that goes on, and from a killed service to the round that does", async ({
  arrive,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "passerby-bench-"));
  const wires = [await Wire.lay(), await Wire.lay()] as const;
  const settings = [
    `--passerby.data.folder=${folder}`,
    `--passerby.chain.embedded.port=${await freePort()}`,
    `--passerby.origins=${wires.map(({ origin }) => origin).join(",")}`,
  ];
  const port = await freePort();
  let service = await startService("recovery", settings, port);
  try {
    for (const wire of wires) wire.lead(service);
    const ada = await arrive("Ada", { origin: wires[0].origin });
    const bruno = await arrive("Bruno", { origin: wires[1].origin });
    const both = [ada, bruno] as const;
    const lines = [listenIn(ada), listenIn(bruno)] as const;
    for (const { page } of both) await page.addInitScript(watchFrames);
    for (const person of both) await person.comeIn();
    await meet(both);

    const cut: number[] = [];
    const silent: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      cut.push(await resumed(lines[0], () => hiccup(wires[0])));
      silent.push(await resumed(lines[0], () => wires[0].silence()));
    }
    note("socket reset → resumed", cut);
    note("socket silent → found out and resumed", silent);

    const gap = await framesWhile(both, async () => {
      const killedAt = Date.now();
      await service.kill();
      service = await startService("recovery-again", settings, port);
      const readyAt = Date.now();
      for (const { heard } of lines)
        await expect.poll(() => count(heard, "revived"), { timeout: 90_000 }).toBe(1);
      const revivedAt = lines.map(({ heard }) => lastAt(heard, "revived"));
      note("service killed → ready again", [readyAt - killedAt]);
      note(
        "service ready again → round revived",
        revivedAt.map((at) => Math.max(0, at - readyAt)),
      );
    });
    note("longest time without a frame meanwhile", gap);
  } finally {
    await service.stop();
    for (const wire of wires) wire.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("from a way that is there again, or another one, to the next frame", async ({
  arrive,
  world,
}) => {
  const network = await Network.open([world.localhost, world.rpcUrl].map(portOf));
  try {
    const place = await network.add();
    const chioma = await arrive("Chioma", { place });
    const goran = await arrive("Goran", { place: await network.add() });
    const both = [chioma, goran] as const;
    for (const person of both) {
      await person.page.addInitScript(watchFrames);
      await (await OutsideThePage.of(person.name, person.origin)).stake();
      await person.signIn();
      await person.goTo("Meet");
    }
    await meet(both);

    const blocked: number[] = [];
    const moved: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      network.cut();
      await new Promise((resolve) => setTimeout(resolve, GONE_MS));
      network.mend();
      blocked.push(...(await nextFrames(both, Date.now())));
      await settle(both);
      const at = Date.now();
      place.changeNetwork();
      await new Promise((resolve) => setTimeout(resolve, FOUND_ANEW_MS));
      await settle(both);
      moved.push(...(await gapsSince(both, at)));
    }
    note(`media path back after ${GONE_MS / 1_000} s → next frame`, blocked);
    note("another network: longest time without a frame", moved);
  } finally {
    network.close();
  }
});

function note(what: string, millis: readonly number[]): void {
  recoveries.push({ what, millis });
}

async function meet(both: readonly Person[]): Promise<void> {
  for (const person of both) await person.meet();
  for (const person of both) await person.expectPhase("live");
  await settle(both);
}

async function settle(both: readonly Person[]): Promise<void> {
  for (const { page } of both) await expectToSee(page);
}

/** Everything that is open breaks; what is opened next is carried. */
function hiccup(wire: Wire): void {
  wire.cut();
  wire.mend();
}

/** From what happens to the line until the service has taken it up again. */
async function resumed({ heard }: Lines, happen: () => void): Promise<number> {
  const before = count(heard, "resumed");
  const at = Date.now();
  happen();
  await expect.poll(() => count(heard, "resumed"), { timeout: 90_000 }).toBe(before + 1);
  return lastAt(heard, "resumed") - at;
}

function lastAt(heard: Lines["heard"], type: string): number {
  return heard.findLast((each) => each.type === type)?.at ?? Number.NaN;
}

/** The longest time that each went without a frame while something happens. */
async function framesWhile(
  both: readonly Person[],
  happen: () => Promise<void>,
): Promise<readonly number[]> {
  const begun = Date.now();
  await happen();
  return gapsSince(both, begun);
}

/** From this moment until each has the next frame. */
function nextFrames(both: readonly Person[], at: number): Promise<readonly number[]> {
  return Promise.all(both.map((person) => until(person, (frames) => frames.nextAfter(at))));
}

/** The longest time that each went without a frame between two moments, the second of which is now. */
function gapsSince(both: readonly Person[], begun: number): Promise<readonly number[]> {
  const ended = Date.now();
  return Promise.all(both.map(async (person) => (await framesOf(person)).longestGap(begun, ended)));
}

/** Looks at somebody's frames until there is what is looked for. */
async function until(person: Person, find: (frames: Frames) => number | null): Promise<number> {
  const looked: number[] = [];
  await expect
    .poll(
      async () => {
        const found = find(await framesOf(person));
        if (found !== null) looked.push(found);
        return looked.length;
      },
      { timeout: 90_000 },
    )
    .toBeGreaterThan(0);
  return looked[0] ?? Number.NaN;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
