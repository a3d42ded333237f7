import type { Contacts, ContactsParts } from "../../contacts/Contacts";
import { Variable } from "../../signaling/observable";
import type { Observable } from "../../signaling/observable";

/** {@link Contacts}, whose code is fetched when somebody needs it; it lives as long as the session runs. */
export class LazyContacts {
  readonly loaded: Observable<Contacts | null>;
  readonly #loaded = new Variable<Contacts | null>(null);
  readonly #parts: Omit<ContactsParts, "store" | "keys" | "visible">;
  #loading: Promise<Contacts> | null = null;
  #running = false;

  constructor(parts: Omit<ContactsParts, "store" | "keys" | "visible">) {
    this.loaded = this.#loaded;
    this.#parts = parts;
  }

  /** Rejects where the code cannot be fetched; the next time it is tried again. */
  readonly load = (): Promise<Contacts> => {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  };

  start(): void {
    this.#running = true;
    this.#loaded.get()?.start();
  }

  stop(): void {
    this.#running = false;
    this.#loaded.get()?.stop();
  }

  async #fetch(): Promise<Contacts> {
    const [{ Contacts }, { ServiceEntries }, { keyStore }, { pageVisible }] = await Promise.all([
      import("../../contacts/Contacts"),
      import("../../contacts/ServiceEntries"),
      import("../../contacts/keyStore"),
      import("../../contacts/pageVisible"),
    ]);
    const contacts = new Contacts({
      ...this.#parts,
      store: new ServiceEntries(),
      keys: keyStore,
      visible: pageVisible,
    });
    if (this.#running) contacts.start();
    this.#loaded.set(contacts);
    return contacts;
  }
}
