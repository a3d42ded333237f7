import { equalBytes } from "@noble/curves/abstract/utils";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { fromBase64Url, toBase64Url } from "./base64Url";
import type { Contact } from "./contact";
import { open, seal } from "./sealedEntry";
import type { VaultKey } from "./vaultKey";

/** An entry as the service keeps it. */
export interface KeptEntry {
  readonly id: string;
  /** Grows with every change; a write names the one that it replaces. */
  readonly version: number;
  /** In base64url. */
  readonly sealed: string;
}

/** Where entries are kept. Each call rejects with why it did not happen. */
export interface EntryStore {
  /** The identical list where nothing has changed since the last time. */
  all(): Promise<readonly KeptEntry[]>;
  /** @param replaces the version that is known; null for a new entry. Resolves with null where it is another by now. */
  put(id: string, replaces: number | null, sealed: string): Promise<KeptEntry | null>;
  remove(id: string): Promise<void>;
}

/** What this page knows of the contacts. */
export type BookState =
  | { readonly kind: "closed" }
  | {
      readonly kind: "open";
      readonly contacts: readonly Contact[];
      /** Entries that this key does not open: another key sealed them, or somebody changed them. */
      readonly unreadable: number;
    };

interface Page {
  readonly contact: Contact;
  readonly version: number;
}

/** How often a change is made again on top of one that another browser has made meanwhile. */
const MOST_ATTEMPTS = 4;

/** The contacts of one wallet, opened with its key: what is changed here is sealed and kept before it is shown. */
export class ContactBook {
  readonly state: Observable<BookState>;
  readonly #state = new Variable<BookState>({ kind: "closed" });
  readonly #store: EntryStore;
  #key: VaultKey | null = null;
  #read: readonly KeptEntry[] | null = null;
  #pages = new Map<string, Page>();
  #unreadable: readonly string[] = [];
  /** How often this page has changed what is kept. */
  #changes = 0;

  constructor(store: EntryStore) {
    this.state = this.#state;
    this.#store = store;
  }

  /** Reads all there is. */
  async open(key: VaultKey): Promise<void> {
    this.#key = key;
    this.#read = null;
    await this.read();
  }

  /** Forgets the key and what it has opened. */
  close(): void {
    this.#key = this.#read = null;
    this.#pages.clear();
    this.#unreadable = [];
    this.#state.set({ kind: "closed" });
  }

  /** Reads it again: another browser may have changed it. */
  async read(): Promise<void> {
    const key = this.#key;
    if (key === null) return;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const changes = this.#changes;
      const entries = await this.#store.all();
      if (this.#key !== key || entries === this.#read) return;
      const opened = await Promise.all(entries.map((entry) => pageOf(key, entry)));
      if (this.#key !== key) return;
      // What has been read may be from before a change that this page has made meanwhile.
      if (this.#changes === changes) {
        this.#become(entries, opened);
        return;
      }
    }
  }

  /** Keeps somebody new; resolves once they are kept. */
  async add(contact: Contact): Promise<void> {
    if (await this.#write(contact, null)) return;
    // Kept by an attempt whose answer did not arrive.
    await this.read();
    if (!this.#pages.has(contact.id)) throw new Error("there is an entry of this name");
  }

  /** Keeps all who are not there yet, one after the other, until it is done or one cannot be kept. */
  async addAll(
    contacts: readonly Contact[],
  ): Promise<{ readonly added: number; readonly failed: unknown }> {
    let added = 0;
    try {
      for (const contact of contacts) {
        const known = [...this.#pages.values()].some((page) => isSame(page.contact, contact));
        if (!known && (await this.#write(contact, null))) added += 1;
      }
      return { added, failed: null };
    } catch (failed) {
      return { added, failed };
    }
  }

  /** Changes somebody, also where another browser has changed them meanwhile; passed over where they are gone. */
  async change(id: string, edit: (contact: Contact) => Contact): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const page = this.#pages.get(id);
      if (page === undefined) return;
      if (await this.#write({ ...edit(page.contact), id }, page.version)) return;
      await this.read();
    }
    throw new Error("somebody else changes it all the time");
  }

  /** Forgets somebody. */
  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    this.#changes += 1;
    this.#pages.delete(id);
    this.#show();
  }

  /** Removes for good the entries that this key does not open, as far as they are known. */
  async removeUnreadable(): Promise<void> {
    for (const id of this.#unreadable) {
      await this.#store.remove(id);
      this.#changes += 1;
      this.#unreadable = this.#unreadable.filter((each) => each !== id);
      this.#show();
    }
  }

  #become(entries: readonly KeptEntry[], opened: readonly (Page | null)[]): void {
    const pages = opened.filter((page) => page !== null);
    this.#read = entries;
    this.#pages = new Map(pages.map((page) => [page.contact.id, page]));
    this.#unreadable = entries.filter(({ id }) => !this.#pages.has(id)).map(({ id }) => id);
    this.#show();
  }

  async #write(contact: Contact, replaces: number | null): Promise<boolean> {
    const key = this.#key;
    if (key === null) throw new Error("the contacts are closed");
    const sealed = toBase64Url(await seal(key, contact));
    const kept = await this.#store.put(contact.id, replaces, sealed);
    if (kept === null) return false;
    this.#changes += 1;
    if (this.#key === key) {
      this.#pages.set(contact.id, { contact, version: kept.version });
      this.#show();
    }
    return true;
  }

  #show(): void {
    if (this.#key === null) return;
    const contacts = [...this.#pages.values()].map(({ contact }) => contact);
    contacts.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    this.#state.set({ kind: "open", contacts, unreadable: this.#unreadable.length });
  }
}

/** Whether both are the same person, whatever they are called and wherever they are kept. */
function isSame(one: Contact, other: Contact): boolean {
  return equalBytes(one.secret, other.secret);
}

async function pageOf(key: VaultKey, { id, version, sealed }: KeptEntry): Promise<Page | null> {
  const bytes = fromBase64Url(sealed);
  const contact = bytes === null ? null : await open(key, id, bytes);
  return contact === null ? null : { contact, version };
}
