import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServerMessage, Wish } from "../protocol/messages";
import { AT_REST, type CallState } from "../call/state";
import { Variable } from "../signaling/observable";
import type { Contact } from "./contact";
import { Contacts } from "./Contacts";
import { FakeSignaling, FakeStore } from "./fakes";
import type { KeptPeer } from "./Keeping";
import { rendezvousOf } from "./rendezvous";
import { newId } from "./sealedEntry";
import { vaultKey } from "./vaultKey";

const WALLET = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const NOON = Date.UTC(2026, 10, 22, 12);
const wish: Wish = { interests: [], languages: ["en"] };
const noor: Contact = {
  id: newId(),
  secret: new Uint8Array(32).fill(3),
  ...{ side: "polite", name: "Noor", note: "", since: "2026-11-22", visible: true },
};
const welcome: ServerMessage = {
  ...{ type: "welcome", connection: "c", resume: "t" },
  ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
};

let store: FakeStore;
let running: Contacts[];
beforeEach(() => {
  store = new FakeStore();
  running = [];
});
afterEach(() => {
  for (const contacts of running) contacts.stop();
});

/** A busy machine takes its time. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 4_000 });

/** A browser of the wallet that has opened the list before. */
async function browser() {
  const key = await vaultKey(new Uint8Array(64).fill(1), WALLET);
  const signaling = new FakeSignaling();
  const state = new Variable<CallState>(AT_REST);
  const peer = new Variable<KeptPeer | null>(null);
  const visible = new Variable(true);
  const contacts = new Contacts({
    ...{ wallet: WALLET, signaling, store, visible, findable: new Variable(true) },
    meeting: { state, peer, expect: () => undefined, unexpect: () => undefined },
    keys: { recall: () => Promise.resolve(key), remember: () => Promise.resolve() },
    wish: () => wish,
    play: () => undefined,
    now: () => performance.now(),
    time: () => NOON,
  });
  contacts.start();
  running.push(contacts);
  await until(() => expect(contacts.book.state.get().kind).toBe("open"));
  const presence = () => signaling.sent.filter((message) => message.type === "presence").at(-1);
  return { contacts, signaling, state, visible, presence };
}

it("whoever is removed in one browser is not told any more that this person is in another", async () => {
  const here = await browser();
  await here.contacts.book.add(noor);
  const there = await browser();
  const { found, sought } = rendezvousOf(noor, NOON);
  await until(() => expect(there.presence()).toMatchObject({ findable: found, looking: sought }));
  await here.contacts.book.remove(noor.id);
  there.visible.set(false);
  there.visible.set(true);
  await until(() => expect(there.presence()).toMatchObject({ findable: [], looking: [] }));
});

it("knows on a new line whom another browser has added or removed", async () => {
  const [here, there] = [await browser(), await browser()];
  await here.contacts.book.add(noor);
  there.signaling.says(welcome);
  await until(() => expect(there.contacts.find(noor.id)).toEqual(noor));
  await here.contacts.book.remove(noor.id);
  there.signaling.says(welcome);
  await until(() => expect(there.contacts.find(noor.id)).toBeNull());
});

it("does not lose whoever could not be kept, and keeps them once the service is back", async () => {
  const { contacts, signaling } = await browser();
  store.down = true;
  contacts.newcomers.add(noor);
  await until(() => expect(contacts.newcomer.get().kind).toBe("failed"));
  store.down = false;
  signaling.says(welcome);
  await until(() => expect(contacts.newcomers.unsaved.get()).toEqual([]));
  expect(contacts.find(noor.id)).toEqual(noor);
});
