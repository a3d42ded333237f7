import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { classify, type Failure } from "../wallet/failure";
import type { Contact } from "./contact";
import type { ContactBook } from "./ContactBook";

/** What became of the one whom both wanted to keep in the encounter that runs, or ran last. */
export type Newcomer =
  | { readonly kind: "nobody" }
  | { readonly kind: "saving"; readonly contact: Contact }
  | { readonly kind: "failed"; readonly contact: Contact; readonly failure: Failure }
  /** By the id of their entry. */
  | { readonly kind: "kept"; readonly id: string };

/** Somebody of this visit who is not in the list yet. */
export interface Unsaved {
  readonly contact: Contact;
  /** Why; null while it is being tried. */
  readonly failure: Failure | null;
}

/** Keeps those who have just been met; whoever could not be kept is tried again until they are. */
export class Newcomers {
  readonly current: Observable<Newcomer>;
  /** Nobody else knows these: they are lost with the page. */
  readonly unsaved: Observable<readonly Unsaved[]>;
  readonly #current = new Variable<Newcomer>({ kind: "nobody" });
  readonly #unsaved = new Variable<readonly Unsaved[]>([]);
  readonly #book: Pick<ContactBook, "add">;

  constructor(book: Pick<ContactBook, "add">) {
    this.current = this.#current;
    this.unsaved = this.#unsaved;
    this.#book = book;
  }

  /** Another encounter begins: nothing is said in it of whom one met before. */
  meetAnother(): void {
    this.#current.set({ kind: "nobody" });
  }

  /** Of the encounter that runs. */
  add(contact: Contact): void {
    this.#current.set({ kind: "saving", contact });
    this.#unsaved.set([...this.#unsaved.get(), { contact, failure: null }]);
    void this.#save(contact);
  }

  /** Tries again with everybody who is not in the list yet. */
  readonly saveAgain = (): void => {
    const failed = this.#unsaved.get().filter(({ failure }) => failure !== null);
    this.#unsaved.set(this.#unsaved.get().map(({ contact }) => ({ contact, failure: null })));
    for (const { contact } of failed) {
      this.#say(contact, { kind: "saving", contact });
      void this.#save(contact);
    }
  };

  async #save(contact: Contact): Promise<void> {
    try {
      await this.#book.add(contact);
      this.#unsaved.set(this.#unsaved.get().filter((each) => each.contact !== contact));
      this.#say(contact, { kind: "kept", id: contact.id });
    } catch (error) {
      const failure = classify(error);
      this.#unsaved.set(
        this.#unsaved.get().map((each) => (each.contact === contact ? { contact, failure } : each)),
      );
      this.#say(contact, { kind: "failed", contact, failure });
    }
  }

  /** An answer that comes late says nothing over another stranger. */
  #say({ id }: Contact, newcomer: Newcomer): void {
    const current = this.#current.get();
    if ("contact" in current && current.contact.id === id) this.#current.set(newcomer);
  }
}
