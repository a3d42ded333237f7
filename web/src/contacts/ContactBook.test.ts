import { describe, expect, it } from "vitest";
import type { Contact } from "./contact";
import { ContactBook } from "./ContactBook";
import { FakeStore } from "./fakes";
import { newId } from "./sealedEntry";
import { vaultKey } from "./vaultKey";

const key = (material = 1) =>
  vaultKey(new Uint8Array(64).fill(material), "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
const contact = (name: string): Contact => ({
  id: newId(),
  secret: crypto.getRandomValues(new Uint8Array(32)),
  side: "polite",
  name,
  note: "",
  since: "2026-11-22",
  visible: true,
});

async function opened(store: FakeStore, material = 1) {
  const book = new ContactBook(store);
  await book.open(await key(material));
  return book;
}

function names(book: ContactBook): readonly string[] {
  const state = book.state.get();
  return state.kind === "open" ? state.contacts.map(({ name }) => name) : ["closed"];
}

describe("a book of contacts", () => {
  it("is the same in another browser of the same wallet", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    await book.add(contact("Zoe"));
    await book.add(contact("Ada"));
    expect(names(book)).toEqual(["Ada", "Zoe"]);
    expect(names(await opened(store))).toEqual(["Ada", "Zoe"]);
  });

  it("tells a service that reads along nothing", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    const noor = contact("Noor");
    await book.add(noor);
    const [entry] = store.entries.values();
    expect(atob((entry?.sealed ?? "").replaceAll("-", "+").replaceAll("_", "/"))).not.toContain(
      "Noor",
    );
    expect(entry?.sealed).toHaveLength(683);
  });

  it("says how many it cannot read, and leaves them alone", async () => {
    const store = new FakeStore();
    await (await opened(store)).add(contact("Noor"));
    const other = await opened(store, 2);
    expect(other.state.get()).toEqual({ kind: "open", contacts: [], unreadable: 1 });
    await other.add(contact("Ada"));
    expect(store.entries.size).toBe(2);
    expect(names(await opened(store))).toEqual(["Noor"]);
  });

  it("removes for good what it cannot read, once it is told to", async () => {
    const store = new FakeStore();
    await (await opened(store)).add(contact("Noor"));
    const other = await opened(store, 2);
    await other.add(contact("Ada"));
    await other.removeUnreadable();
    expect(other.state.get()).toMatchObject({ contacts: [{ name: "Ada" }], unreadable: 0 });
    expect(names(await opened(store))).toEqual([]);
    expect(store.entries.size).toBe(1);
  });

  it("sees whom another browser has added or removed", async () => {
    const store = new FakeStore();
    const [here, there] = [await opened(store), await opened(store)];
    const noor = contact("Noor");
    await there.add(noor);
    await here.read();
    expect(names(here)).toEqual(["Noor"]);
    await there.remove(noor.id);
    await here.read();
    expect(names(here)).toEqual([]);
  });

  it("is not set back by a list from before its own change", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    const noor = contact("Noor");
    await book.add(contact("Ada"));
    const all = store.all.bind(store);
    const overtaken = new Promise<void>((resolve) => {
      store.all = () => {
        store.all = all;
        const before = all();
        return book.add(noor).then(() => {
          resolve();
          return before;
        });
      };
    });
    await Promise.all([book.read(), overtaken]);
    expect(names(book)).toEqual(["Ada", "Noor"]);
  });

  it("is asked for the key's sake again, also where the list is the same", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    await book.add(contact("Noor"));
    await book.open(await key(2));
    expect(names(book)).toEqual([]);
    await book.open(await key());
    expect(names(book)).toEqual(["Noor"]);
  });

  it("takes two entries of one person for one, and two people of one name for two", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    const [noor, sami] = [contact("Noor"), contact("Noor")];
    const imported = [noor, { ...noor, id: newId(), name: "Noor again" }, sami];
    expect(await book.addAll(imported)).toEqual({ added: 2, failed: null });
    expect(await book.addAll([{ ...sami, id: newId() }])).toEqual({ added: 0, failed: null });
    expect(store.entries.size).toBe(2);
  });

  it("keeps what two browsers change at the same time", async () => {
    const store = new FakeStore();
    const noor = contact("Noor");
    const here = await opened(store);
    await here.add(noor);
    const there = await opened(store);
    await there.change(noor.id, (old) => ({ ...old, note: "plays the oud" }));
    await here.change(noor.id, (old) => ({ ...old, name: "Noor from Lisbon" }));
    const [kept] = await opened(store).then((book) => {
      const state = book.state.get();
      return state.kind === "open" ? state.contacts : [];
    });
    expect(kept).toMatchObject({ name: "Noor from Lisbon", note: "plays the oud" });
  });

  it("does not bring back whom another browser has removed", async () => {
    const store = new FakeStore();
    const noor = contact("Noor");
    const here = await opened(store);
    await here.add(noor);
    await (await opened(store)).remove(noor.id);
    await here.change(noor.id, (old) => ({ ...old, name: "Noor again" }));
    expect(store.entries.size).toBe(0);
    expect(names(here)).toEqual([]);
  });

  it("shows nothing that was not kept", async () => {
    const store = new FakeStore();
    const noor = contact("Noor");
    const book = await opened(store);
    await book.add(noor);
    store.down = true;
    await expect(book.add(contact("Ada"))).rejects.toThrow("store-down");
    await expect(book.remove(noor.id)).rejects.toThrow("store-down");
    await expect(book.change(noor.id, (old) => ({ ...old, name: "" }))).rejects.toThrow();
    expect(names(book)).toEqual(["Noor"]);
  });

  it("forgets all of it when it is closed, also what was still on its way", async () => {
    const store = new FakeStore();
    const book = await opened(store);
    await book.add(contact("Noor"));
    const reading = book.read();
    book.close();
    await reading;
    expect(book.state.get()).toEqual({ kind: "closed" });
    await expect(book.add(contact("Ada"))).rejects.toThrow("closed");
  });
});
