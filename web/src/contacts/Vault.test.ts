import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Contact } from "./contact";
import { ContactBook } from "./ContactBook";
import { FakeStore } from "./fakes";
import type { KeyStore } from "./keyStore";
import { newId } from "./sealedEntry";
import { type Sign, Vault } from "./Vault";
import type { VaultKey } from "./vaultKey";

const account = privateKeyToAccount(`0x${"59".repeat(32)}`);
const other = privateKeyToAccount(`0x${"5a".repeat(32)}`);
const noor: Contact = {
  id: newId(),
  secret: new Uint8Array(32).fill(3),
  side: "polite",
  name: "Noor",
  note: "",
  since: "2026-11-22",
  visible: true,
};

/** A browser that remembers keys, until it is another one. */
class FakeKeys implements KeyStore {
  readonly #keys = new Map<string, VaultKey>();
  recall(wallet: string) {
    return Promise.resolve(this.#keys.get(wallet) ?? null);
  }
  remember(wallet: string, key: VaultKey) {
    this.#keys.set(wallet, key);
    return Promise.resolve();
  }
}

/** Signs as most wallets do (RFC 6979), and counts how often. */
class Wallet {
  asked = 0;
  readonly sign: Sign = (request) => {
    this.asked += 1;
    return account.signTypedData(request);
  };
}

/** Signs differently each time. */
const changeable: Sign = () =>
  Promise.resolve<Hex>(
    `0x${Buffer.from(crypto.getRandomValues(new Uint8Array(64))).toString("hex")}1b`,
  );

let store: FakeStore;
let wallet: Wallet;
beforeEach(() => {
  store = new FakeStore();
  wallet = new Wallet();
});

function browser(keys: KeyStore = new FakeKeys()) {
  const book = new ContactBook(store);
  return { book, keys, vault: new Vault({ wallet: account.address, book, store, keys }) };
}

const names = ({ book }: ReturnType<typeof browser>) => {
  const state = book.state.get();
  return state.kind === "open" ? state.contacts.map(({ name }) => name) : null;
};

describe("the vault", () => {
  it("asks the wallet twice the first time, once in another browser, and not at all in one that knows it", async () => {
    const first = browser();
    await first.vault.open(wallet.sign);
    expect(wallet.asked).toBe(2);
    await first.book.add(noor);

    const second = browser();
    await second.vault.open(wallet.sign);
    expect(wallet.asked).toBe(3);
    expect(names(second)).toEqual(["Noor"]);

    const again = browser(first.keys);
    await again.vault.resume();
    expect(wallet.asked).toBe(3);
    expect(names(again)).toEqual(["Noor"]);
  });

  it("stays closed where nobody has opened it yet", async () => {
    const here = browser();
    await here.vault.resume();
    expect(here.vault.state.get()).toEqual({ kind: "closed" });
    expect(names(here)).toBeNull();
  });

  it("gives a wallet that signs differently each time twelve words, which open it elsewhere", async () => {
    const first = browser();
    await first.vault.open(changeable);
    const made = first.vault.state.get();
    if (made.kind !== "phrase-made") throw new Error(made.kind);
    await first.vault.keepPhrase();
    await first.book.add(noor);

    const second = browser();
    await second.vault.open(changeable);
    expect(second.vault.state.get()).toEqual({ kind: "phrase-asked", wrong: false });
    await second.vault.enterPhrase("nothing of the kind");
    expect(second.vault.state.get()).toEqual({ kind: "phrase-asked", wrong: true });
    const strange = browser();
    await strange.vault.open(changeable);
    await strange.vault.enterPhrase(`${"abandon ".repeat(11)}about`);
    expect(strange.vault.state.get(), "words of another list").toEqual({
      kind: "phrase-asked",
      wrong: true,
    });
    await second.vault.enterPhrase(` ${made.phrase.toUpperCase()} `);
    expect(second.vault.state.get()).toEqual({ kind: "open" });
    expect(names(second)).toEqual(["Noor"]);
  });

  it("opens nothing with a signature that sealed nothing of it", async () => {
    const first = browser();
    await first.vault.open(wallet.sign);
    await first.book.add(noor);
    const second = browser();
    await second.vault.open((request) => other.signTypedData(request));
    expect(second.vault.state.get()).toEqual({ kind: "phrase-asked", wrong: false });
    expect(names(second)).toBeNull();
  });

  it("starts over for whoever has lost the words, once they know how many entries that costs", async () => {
    const first = browser();
    await first.vault.open(changeable);
    await first.vault.keepPhrase();
    await first.book.add(noor);
    await first.book.add({ ...noor, id: newId() });

    const second = browser();
    await second.vault.open(changeable);
    await second.vault.askToStartOver();
    expect(second.vault.state.get()).toEqual({ kind: "start-over-asked", entries: 2 });
    expect(store.entries.size, "as long as they have not said yes").toBe(2);
    await second.vault.startOver(changeable);
    expect(second.vault.state.get().kind).toBe("phrase-made");
    await second.vault.keepPhrase();
    expect(second.vault.state.get()).toEqual({ kind: "open" });
    expect(names(second)).toEqual([]);
    expect(store.entries.size).toBe(0);
  });

  it("removes nothing for whoever changes their mind, nor what has come since they were asked", async () => {
    const first = browser();
    await first.vault.open(wallet.sign);
    await first.book.add(noor);
    const second = browser();
    await second.vault.open((request) => other.signTypedData(request));
    await second.vault.askToStartOver();
    second.vault.dismiss();
    await second.vault.startOver(wallet.sign);
    expect(second.vault.state.get()).toEqual({ kind: "closed" });
    expect(store.entries.size).toBe(1);

    await second.vault.open((request) => other.signTypedData(request));
    await second.vault.askToStartOver();
    const later = { ...noor, id: newId() };
    await first.book.add(later);
    await second.vault.startOver((request) => other.signTypedData(request));
    expect([...store.entries.keys()]).toEqual([later.id]);
    expect(second.vault.state.get()).toEqual({ kind: "phrase-asked", wrong: false });
  });

  it("says why it did not open, and opens at the next attempt", async () => {
    const here = browser();
    store.down = true;
    await here.vault.open(wallet.sign);
    expect(here.vault.state.get().kind).toBe("failed");
    store.down = false;
    await here.vault.open(() => Promise.reject(Object.assign(new Error("no"), { code: 4001 })));
    expect(here.vault.state.get()).toEqual({ kind: "failed", failure: { kind: "rejected" } });
    await here.vault.open(wallet.sign);
    expect(here.vault.state.get()).toEqual({ kind: "open" });
  });
});
