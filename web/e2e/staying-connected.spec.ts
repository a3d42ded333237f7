import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, type Lines, listenIn, payloads } from "./lines";
import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { freePort, type Service, startService } from "./world/service";
import { Wire } from "./world/wire";

/** Somebody, the way to the service that a test has in its hand, and what passes on it. */
interface Caller {
  readonly person: Person;
  readonly wire: Wire;
  readonly lines: Lines;
}

let service: Service;
let folder: string;
/** One for each of the two. */
let wires: readonly [Wire, Wire];

test.beforeAll(async () => {
  // A chain of its own is started, too.
  test.setTimeout(150_000);
  folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
  wires = [await Wire.lay(), await Wire.lay()];
  service = await startService("staying", [
    `--passerby.data.folder=${folder}`,
    `--passerby.chain.embedded.port=${await freePort()}`,
    `--passerby.origins=${wires.map(({ origin }) => origin).join(",")}`,
  ]);
  for (const wire of wires) wire.lead(service);
});

test.afterAll(async () => {
  for (const wire of wires) wire.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.afterEach(() => {
  for (const wire of wires) wire.mend();
});

const CANNOT_BE_REACHED = /Passerby cannot be reached/;
const THEY_ARE_AWAY = /They have lost Passerby for a moment/;

test("a socket breaks in mid-call: both pages say so, and the encounter goes on with another socket", async ({
  arrive,
}) => {
  const [ada, bruno] = await meet(call(arrive, "Ada", 0), call(arrive, "Bruno", 1));
  ada.wire.cut();
  await expect(ada.person.page.getByText(CANNOT_BE_REACHED)).toBeVisible();
  await expect(bruno.person.page.getByText(THEY_ARE_AWAY)).toBeVisible();
  await seeEachOther(ada, bruno);
  // What is said meanwhile is kept for her.
  await renegotiate(bruno.person);

  ada.wire.mend();
  await expect(ada.person.page.getByText(CANNOT_BE_REACHED)).toBeHidden();
  await expect(bruno.person.page.getByText(THEY_ARE_AWAY)).toBeHidden();
  await expectToHaveNegotiated(bruno.person);
  await seeEachOther(ada, bruno);
  await expectNothingLostOrDoubled(ada, bruno);
  expect(count(ada.lines.heard, "resumed")).toBe(1);
  await expectTheSameEncounter(ada, bruno);
  await expectToBeUnderstood(ada, bruno);
});

test("a socket dies in silence: the page finds out by itself, and goes on with another one", async ({
  arrive,
}) => {
  const [chioma, dara] = await meet(call(arrive, "Chioma", 0), call(arrive, "Dara", 1));
  chioma.wire.silence();
  await renegotiate(dara.person);
  await expect.poll(() => count(chioma.lines.heard, "resumed")).toBe(1);
  await expectToHaveNegotiated(dara.person);
  await seeEachOther(chioma, dara);
  await expectNothingLostOrDoubled(chioma, dara);
  await expectTheSameEncounter(chioma, dara);
  await expectToBeUnderstood(chioma, dara);
});

test("whoever does not come back has left: the other is told, and it is over", async ({
  arrive,
}) => {
  test.setTimeout(120_000);
  const [emil, farah] = await meet(call(arrive, "Emil", 0), call(arrive, "Farah", 1));
  emil.wire.cut();
  await expect(farah.person.page.getByText(THEY_ARE_AWAY)).toBeVisible();
  await expect(farah.person.page.getByTestId("encounter")).toHaveAttribute("data-state", "ended", {
    timeout: 45_000,
  });
  expect(farah.lines.heard.at(-1)?.frame).toContain('"peer-lost"');
});

type Arrive = (name: string, surroundings: { origin: string }) => Promise<Person>;

async function call(arrive: Arrive, name: string, which: 0 | 1): Promise<Caller> {
  const wire = wires[which];
  const person = await arrive(name, { origin: wire.origin });
  const lines = listenIn(person);
  await person.comeIn();
  return { person, wire, lines };
}

async function meet(
  ...calls: readonly [Promise<Caller>, Promise<Caller>]
): Promise<readonly [Caller, Caller]> {
  const pair = await Promise.all(calls);
  for (const { person } of pair) await person.meet();
  for (const { person } of pair) await person.expectPhase("live");
  await seeEachOther(...pair);
  return pair;
}

async function seeEachOther(...pair: readonly [Caller, Caller]): Promise<void> {
  await Promise.all(pair.map(({ person }) => expectToSee(person.page)));
}

/** Has the page make an offer that finds new ways to the other (RFC 8445 §2.4): the answer proves that it arrived. */
async function renegotiate({ page }: Person): Promise<void> {
  await page.evaluate(() => window.connections.at(-1)?.restartIce());
  await expect.poll(() => signalingState(page)).toBe("have-local-offer");
}

async function expectToHaveNegotiated({ page }: Person): Promise<void> {
  await expect.poll(() => signalingState(page)).toBe("stable");
}

function signalingState(page: Person["page"]): Promise<string | undefined> {
  return page.evaluate(() => window.connections.at(-1)?.signalingState);
}

/** Every payload that one page has sent has reached the other once, in order. */
async function expectNothingLostOrDoubled(...pair: readonly [Caller, Caller]): Promise<void> {
  const [one, other] = pair;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    // A page says again what it had said to a socket that was dead.
    await expect
      .poll(() => payloads(to.lines.heard))
      .toEqual([...new Set(payloads(from.lines.said))]);
  }
}

async function expectTheSameEncounter(...pair: readonly [Caller, Caller]): Promise<void> {
  for (const { person, lines } of pair) {
    await person.expectPhase("live");
    expect(count(lines.heard, "matched")).toBe(1);
    expect(await person.page.evaluate(() => window.connections.length)).toBe(1);
  }
}

/** What is said on the line that goes on is heard, and answered. */
async function expectToBeUnderstood(one: Caller, other: Caller): Promise<void> {
  await one.person.wake();
  await one.person.button("Leave").click();
  await one.person.expectPhase("idle");
  await other.person.expectPhase("ended");
  expect(other.lines.heard.at(-1)?.frame).toContain('"peer-left"');
}
