import type { Address, Hex } from "viem";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { classify, type Failure } from "../wallet/failure";
import type { ContactBook, EntryStore } from "./ContactBook";
import type { KeyStore } from "./keyStore";
import { entropyOf, newPhrase } from "./phrase";
import { keyFromWallet, type KeyRequest, type VaultKey, vaultKey } from "./vaultKey";

/** How far the contacts are from being readable. */
export type VaultState =
  | { readonly kind: "closed" }
  /** Looks for what is kept, or reads it. */
  | { readonly kind: "reading" }
  /** The wallet is being asked. */
  | { readonly kind: "signing"; readonly time: "only" | "first" | "second" }
  /** The wallet's signature makes no key: these words do instead, once they have been written down. */
  | { readonly kind: "phrase-made"; readonly phrase: string }
  /** What is kept was sealed with a phrase, or by another wallet's signature. */
  | { readonly kind: "phrase-asked"; readonly wrong: boolean }
  /** They do not have those words. To start over, so many entries have to be removed for good. */
  | { readonly kind: "start-over-asked"; readonly entries: number }
  | { readonly kind: "open" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Asks the wallet to sign; rejects when the person does not want to. */
export type Sign = (request: KeyRequest) => Promise<Hex>;

/** Opens the contact book of one wallet: with the key that this browser remembers, a signature of the wallet, or a phrase. */
export class Vault {
  readonly state: Observable<VaultState>;
  readonly #state = new Variable<VaultState>({ kind: "closed" });
  readonly #wallet: Address;
  readonly #book: ContactBook;
  readonly #store: Pick<EntryStore, "all" | "remove">;
  readonly #keys: KeyStore;
  /** The entries that are to be removed, by id. */
  #doomed: readonly string[] = [];

  constructor(parts: {
    readonly wallet: Address;
    readonly book: ContactBook;
    readonly store: Pick<EntryStore, "all" | "remove">;
    readonly keys: KeyStore;
  }) {
    this.state = this.#state;
    this.#wallet = parts.wallet;
    this.#book = parts.book;
    this.#store = parts.store;
    this.#keys = parts.keys;
  }

  /** Opens what this browser remembers the key of; the wallet is not asked. */
  async resume(): Promise<void> {
    if (this.#isBusy()) return;
    await this.#guarded(async () => {
      const key = await this.#keys.recall(this.#wallet);
      if (key === null || !(await this.#fits(key))) this.#state.set({ kind: "closed" });
      else this.#state.set({ kind: "open" });
    });
  }

  /** Opens them, and asks the wallet where this browser does not remember its key. */
  async open(sign: Sign): Promise<void> {
    await this.resume();
    if (this.#isBusy() || this.#state.get().kind === "failed") return;
    await this.#guarded(() => this.#unlock(sign));
  }

  /** The phrase that was made has been written down. */
  async keepPhrase(): Promise<void> {
    const state = this.#state.get();
    if (state.kind === "phrase-made") await this.#enter(state.phrase);
  }

  /** The words that were written down once. */
  async enterPhrase(phrase: string): Promise<void> {
    if (this.#state.get().kind === "phrase-asked") await this.#enter(phrase);
  }

  /** The words are lost: finds out what it would take to do without them. Nothing is removed yet. */
  async askToStartOver(): Promise<void> {
    if (this.#state.get().kind !== "phrase-asked") return;
    await this.#guarded(async () => {
      this.#doomed = (await this.#store.all()).map(({ id }) => id);
      this.#state.set({ kind: "start-over-asked", entries: this.#doomed.length });
    });
  }

  /** Removes for good what was counted, and nothing that has come since; then begins a new list. */
  async startOver(sign: Sign): Promise<void> {
    if (this.#state.get().kind !== "start-over-asked") return;
    await this.#guarded(async () => {
      for (const id of this.#doomed) await this.#store.remove(id);
      await this.#unlock(sign);
    });
  }

  /** Not now. */
  dismiss(): void {
    if (this.#state.get().kind !== "open") this.#state.set({ kind: "closed" });
  }

  async #unlock(sign: Sign): Promise<void> {
    const isFirst = (await this.#store.all()).length === 0;
    const asked = await keyFromWallet(this.#wallet, this.#counted(sign, isFirst), isFirst);
    if (asked.kind === "key") await this.#use(asked.key);
    else if (isFirst) this.#state.set({ kind: "phrase-made", phrase: newPhrase() });
    else this.#state.set({ kind: "phrase-asked", wrong: false });
  }

  async #enter(phrase: string): Promise<void> {
    const entropy = entropyOf(phrase);
    if (entropy === null) {
      this.#state.set({ kind: "phrase-asked", wrong: true });
      return;
    }
    await this.#guarded(async () => {
      const key = await vaultKey(entropy, this.#wallet);
      await this.#use(key, true);
    });
  }

  async #use(key: VaultKey, typed = false): Promise<void> {
    if (!(await this.#fits(key))) {
      this.#state.set({ kind: "phrase-asked", wrong: typed });
      return;
    }
    await this.#keys.remember(this.#wallet, key);
    this.#state.set({ kind: "open" });
  }

  /** Opens the book; a key that opens nothing of what there is, is another one. */
  async #fits(key: VaultKey): Promise<boolean> {
    this.#state.set({ kind: "reading" });
    await this.#book.open(key);
    const opened = this.#book.state.get();
    if (opened.kind === "open" && (opened.contacts.length > 0 || opened.unreadable === 0))
      return true;
    this.#book.close();
    return false;
  }

  #counted(sign: Sign, isFirst: boolean): Sign {
    let asked = 0;
    return (request) => {
      const time = !isFirst ? "only" : asked++ === 0 ? "first" : "second";
      this.#state.set({ kind: "signing", time });
      return sign(request);
    };
  }

  #isBusy(): boolean {
    const { kind } = this.#state.get();
    return kind === "reading" || kind === "signing" || kind === "open";
  }

  async #guarded(act: () => Promise<void>): Promise<void> {
    this.#state.set({ kind: "reading" });
    try {
      await act();
    } catch (error) {
      this.#book.close();
      this.#state.set({ kind: "failed", failure: classify(error) });
    }
  }
}
