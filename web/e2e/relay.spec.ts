import { expectSilence, expectToSee } from "./media";
import type { Person } from "./person";
import { lastFrameAt, stopClock, tap } from "./relay";
import type { Tap } from "./relay";
import { expect, test } from "./test";
import { comeIn } from "./together";
import { ways } from "./ways";
import { startRelay } from "./world/coturn";
import { freePort, type Service, startService } from "./world/service";
import { sharedChain } from "./world/world";

/** How long after the deadline a frame may still come. */
const CUT_WITHIN_MS = 2_000;
/** Without a frame for this long, the picture stands still. */
const QUIET_MS = 3_000;

let service: Service;
let deaf: Service;
const started: { readonly stop: () => Promise<void> }[] = [];

test.beforeAll(async () => {
  const { rpcUrl, tierPass, sessionStaking } = sharedChain();
  const chain = [
    `--passerby.chain.rpc-url=${rpcUrl}`,
    `--passerby.chain.tier-pass=${tierPass}`,
    `--passerby.chain.session-staking=${sessionStaking}`,
    "--passerby.chain.demo-wallets=true",
    // Two services on one machine: neither may hold the other's database.
    "--passerby.store.url=memory:",
  ];
  const relay = await startRelay("coturn");
  started.push(relay);
  service = await startService("relayed", [...chain, ...relay.settings]);
  started.push(service);
  deaf = await startService("unrelayed", [
    ...chain,
    `--passerby.ice.turn-urls=turn:127.0.0.1:${await freePort()}?transport=udp`,
    "--passerby.ice.turn-secret=nobody asks for it",
  ]);
  started.push(deaf);
});

test.afterAll(async () => {
  for (const { stop } of started.reverse()) await stop();
});

const hide = (person: Person) => person.page.getByRole("switch", { name: "Hide my address" });

test("with an address hidden, media goes through the relay in every round, and nobody learns where the other is", async ({
  arrive,
}) => {
  const both = [
    await arrive("Ada", { origin: service.localhost }),
    await arrive("Bruno", { origin: service.localhost }),
  ] as const;
  const [ada] = both;
  const taps = [await tap(both[0]), await tap(both[1])];
  await comeIn(...both);
  await hide(ada).click();
  await expect(hide(ada)).toBeChecked();
  for (const person of both) await person.meet();
  await Promise.all(both.map((person) => person.expectPhase("live")));
  for (const { page } of both) await expectRelayed(page);

  await Promise.all(both.map((person) => person.expectPhase("asking")));
  for (const person of both) await person.button("Yes, again").click();
  await Promise.all(both.map((person) => person.expectPhase("live")));
  for (const { page } of both) await expectRelayed(page);

  for (const { candidates } of taps) {
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.filter((line) => !line.includes(" typ relay "))).toEqual([]);
    expect(candidates.filter((line) => !line.includes(" raddr 0.0.0.0 rport 0"))).toEqual([]);
  }
  await ada.page.reload();
  await expect(hide(ada)).toBeChecked();
});

test("at the limit the relay is cut although neither page obeys, and again when they come back", async ({
  arrive,
}) => {
  const { both, taps } = await disobeyingPair(arrive, "Chioma", "Dara");
  await expect
    .poll(() => taps.map((each) => each.saidAt("asking") !== undefined))
    .toEqual([true, true]);
  const deadline = taps[0]?.saidAt("asking") ?? 0;
  for (const last of await Promise.all(both.map(({ page }) => lastFrameAt(page, QUIET_MS))))
    expect(last - deadline).toBeLessThan(CUT_WITHIN_MS);
  for (const person of both) await person.expectPhase("live");

  // Their credentials are still good: they may allocate again, and lose it again.
  for (const { page } of both) await page.evaluate(() => window.connections.at(-1)?.restartIce());
  const restarted = Date.now();
  for (const last of await Promise.all(both.map(({ page }) => lastFrameAt(page, QUIET_MS))))
    expect(last - restarted).toBeLessThan(2 * CUT_WITHIN_MS);
  for (const { page } of both) await expectSilence(page);
});

test("next cuts the relay although neither page knows of it", async ({ arrive }) => {
  const { both, taps } = await disobeyingPair(arrive, "Emil", "Farah");
  const [first] = taps;
  if (first === undefined) throw new Error("nobody is here");
  first.say({ type: "next", encounter: first.encounter() });
  await expect
    .poll(() => taps.map((each) => each.saidAt("ended") !== undefined))
    .toEqual([true, true]);
  const end = first.saidAt("ended") ?? 0;
  for (const last of await Promise.all(both.map(({ page }) => lastFrameAt(page, QUIET_MS))))
    expect(last - end).toBeLessThan(CUT_WITHIN_MS);
});

test("where no relay is within reach, the page says so before a call fails", async ({
  arrive,
  world,
}) => {
  const both = [
    await arrive("Goran", { origin: deaf.localhost }),
    await arrive("Hana", { origin: deaf.localhost }),
  ] as const;
  for (const person of both) {
    // Nothing that the two say to each other arrives: they stay on the way to each other.
    (await tap(person)).withhold("signal");
    await person.comeIn();
    await expect(hide(person)).toBeVisible();
    await person.meet();
  }
  for (const { page } of both)
    await expect(
      page.getByText("No relay can be reached. Without one, a direct call between you may fail."),
    ).toBeVisible();
  for (const person of both) await person.expectPhase("connecting");

  const none = await arrive("Ada", { origin: world.localhost });
  await none.signIn();
  await none.goTo("Meet");
  await expect(none.page.getByText(/^There is no relay here: whoever you meet/)).toBeVisible();
  await expect(hide(none)).toHaveCount(0);
});

async function expectRelayed(page: Person["page"]): Promise<void> {
  await expectToSee(page);
  await expect.poll(async () => (await ways(page)).selected).toBe("relay/relay");
  const { local, remote } = await ways(page);
  expect(local.length).toBeGreaterThan(0);
  expect([...local, ...remote].filter((type) => type !== "relay")).toEqual([]);
}

/** Two who see each other through the relay, with pages that do not hear of the end and whose clocks stand still. */
async function disobeyingPair(
  arrive: (name: string, surroundings: { origin: string }) => Promise<Person>,
  one: string,
  other: string,
): Promise<{ both: readonly Person[]; taps: readonly Tap[] }> {
  const both = [
    await arrive(one, { origin: service.localhost }),
    await arrive(other, { origin: service.localhost }),
  ];
  const taps: Tap[] = [];
  for (const person of both) {
    const tapped = await tap(person);
    tapped.withhold("asking", "ended");
    taps.push(tapped);
  }
  await comeIn(...both);
  for (const person of both) await hide(person).click();
  for (const person of both) await person.meet();
  await Promise.all(both.map((person) => person.expectPhase("live")));
  await Promise.all(both.map(({ page }) => stopClock(page)));
  await Promise.all(both.map(({ page }) => expectToSee(page)));
  return { both, taps };
}
