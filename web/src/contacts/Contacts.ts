import type { Address } from "viem";
import type { CallState as EncounterState, Sound } from "../call/state";
import type { Wish } from "../protocol/messages";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";
import { classify, type Failure } from "../wallet/failure";
import { Calls } from "./Calls";
import type { Contact } from "./contact";
import { ContactBook, type EntryStore } from "./ContactBook";
import { type KeptPeer, Keeping } from "./Keeping";
import type { KeyStore } from "./keyStore";
import type { PairSecret } from "./keepRun";
import { newId } from "./sealedEntry";
import { Vault } from "./Vault";
import { Whereabouts } from "./Whereabouts";

export interface ContactsParts {
  readonly wallet: Address;
  readonly signaling: Pick<SignalingClient, "listen" | "send" | "state">;
  readonly meeting: {
    readonly state: Observable<EncounterState>;
    readonly peer: Observable<KeptPeer | null>;
    readonly expect: (wish: Wish) => void;
    readonly unexpect: () => void;
  };
  readonly findable: Observable<boolean>;
  readonly wish: () => Wish;
  readonly store: EntryStore;
  readonly keys: KeyStore;
  readonly play: (sound: Sound) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

/** What became of the one whom both wanted to keep in the encounter that runs, or ran last. */
export type Newcomer =
  | { readonly kind: "nobody" }
  | { readonly kind: "saving"; readonly contact: Contact }
  | { readonly kind: "failed"; readonly contact: Contact; readonly failure: Failure }
  /** By the id of their entry. */
  | { readonly kind: "kept"; readonly id: string };

/** Everything about contacts, put together: keeping somebody, the sealed book, who is there, and calls. */
export class Contacts {
  readonly book: ContactBook;
  readonly vault: Vault;
  readonly keeping: Keeping;
  readonly whereabouts: Whereabouts;
  readonly calls: Calls;
  readonly newcomer: Observable<Newcomer>;
  readonly #newcomer = new Variable<Newcomer>({ kind: "nobody" });
  readonly #parts: ContactsParts;
  #stop: () => void = () => undefined;

  constructor(parts: ContactsParts) {
    const { wallet, store, keys, meeting, now } = parts;
    this.#parts = parts;
    this.newcomer = this.#newcomer;
    this.book = new ContactBook(store);
    this.vault = new Vault({ wallet, store, keys, book: this.book });
    this.keeping = new Keeping({ peer: meeting.peer, now, onKept: (secret) => this.#add(secret) });
    this.whereabouts = new Whereabouts({ ...parts, book: this.book.state });
    this.calls = new Calls({ ...parts, whereabouts: this.whereabouts });
    meeting.peer.subscribe(() => {
      if (meeting.peer.get() !== null) this.#newcomer.set({ kind: "nobody" });
    });
  }

  start(): void {
    const { meeting } = this.#parts;
    const stopFollowing = meeting.state.subscribe(() => {
      const { phase } = meeting.state.get();
      if (phase === "idle" || phase === "ended") this.calls.met();
    });
    this.whereabouts.start();
    this.calls.start();
    void this.vault.resume();
    this.#stop = () => {
      stopFollowing();
      this.calls.stop();
      this.whereabouts.stop();
    };
  }

  stop(): void {
    this.#stop();
  }

  /** Keeps the newcomer after all, where that failed before. */
  readonly saveAgain = (): void => {
    const state = this.#newcomer.get();
    if (state.kind === "failed") void this.#save(state.contact);
  };

  /** The contact of this id; null if there is none, or the book is closed. */
  find(id: string): Contact | null {
    const state = this.book.state.get();
    return state.kind === "open" ? (state.contacts.find((each) => each.id === id) ?? null) : null;
  }

  #add(secret: PairSecret): void {
    const { meeting, time } = this.#parts;
    const side = meeting.peer.get()?.polite === true ? "polite" : "impolite";
    const since = new Date(time()).toISOString().slice(0, 10);
    void this.#save({ id: newId(), secret, side, name: "", note: "", since, visible: true });
  }

  async #save(contact: Contact): Promise<void> {
    this.#newcomer.set({ kind: "saving", contact });
    try {
      await this.book.add(contact);
      this.#newcomer.set({ kind: "kept", id: contact.id });
    } catch (error) {
      this.#newcomer.set({ kind: "failed", contact, failure: classify(error) });
    }
  }
}
