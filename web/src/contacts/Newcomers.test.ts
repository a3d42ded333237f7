import { beforeEach, expect, it } from "vitest";
import type { Contact } from "./contact";
import { ContactBook } from "./ContactBook";
import { FakeStore } from "./fakes";
import { Newcomers } from "./Newcomers";
import { newId } from "./sealedEntry";
import { vaultKey } from "./vaultKey";

const somebody = (): Contact => ({
  id: newId(),
  secret: crypto.getRandomValues(new Uint8Array(32)),
  side: "polite",
  ...{ name: "", note: "", since: "2026-11-22", visible: true },
});

let store: FakeStore;
let book: ContactBook;
let newcomers: Newcomers;
beforeEach(async () => {
  store = new FakeStore();
  book = new ContactBook(store);
  await book.open(
    await vaultKey(new Uint8Array(64).fill(1), "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"),
  );
  newcomers = new Newcomers(book);
});

const settled = () =>
  new Promise<void>((resolve) => {
    const look = () => newcomers.unsaved.get().every(({ failure }) => failure !== null);
    if (look()) resolve();
    else newcomers.unsaved.subscribe(() => look() && resolve());
  });

it("keeps whoever was met", async () => {
  const noor = somebody();
  newcomers.add(noor);
  expect(newcomers.current.get().kind).toBe("saving");
  await settled();
  expect(newcomers.current.get()).toEqual({ kind: "kept", id: noor.id });
  expect(newcomers.unsaved.get()).toEqual([]);
  expect([...store.entries.keys()]).toEqual([noor.id]);
});

it("does not lose somebody who could not be kept when the next encounter begins", async () => {
  const [noor, sami] = [somebody(), somebody()];
  store.down = true;
  newcomers.add(noor);
  await settled();
  expect(newcomers.current.get()).toMatchObject({ kind: "failed", contact: noor });
  newcomers.meetAnother();
  newcomers.add(sami);
  await settled();
  expect(newcomers.unsaved.get().map(({ contact }) => contact)).toEqual([noor, sami]);
  store.down = false;
  newcomers.saveAgain();
  await settled();
  expect(newcomers.unsaved.get()).toEqual([]);
  expect(new Set(store.entries.keys())).toEqual(new Set([noor.id, sami.id]));
  expect(newcomers.current.get()).toEqual({ kind: "kept", id: sami.id });
});

it.each([false, true])(
  "says nothing of it over another stranger, where the service is down: %s",
  async (down) => {
    store.down = down;
    newcomers.add(somebody());
    newcomers.meetAnother();
    await settled();
    expect(newcomers.current.get()).toEqual({ kind: "nobody" });
    newcomers.saveAgain();
    expect(newcomers.current.get()).toEqual({ kind: "nobody" });
  },
);

it("knows somebody again whom the service has kept without being heard", async () => {
  const noor = somebody();
  store.mute = true;
  newcomers.add(noor);
  await settled();
  expect(newcomers.current.get().kind).toBe("failed");
  store.mute = false;
  newcomers.saveAgain();
  await settled();
  expect(newcomers.current.get()).toEqual({ kind: "kept", id: noor.id });
  expect(store.entries.size).toBe(1);
});
