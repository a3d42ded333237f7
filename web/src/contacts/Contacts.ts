import type { Address } from "viem";
import type { CallState as EncounterState, Sound } from "../call/state";
import type { Wish } from "../protocol/messages";
import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";
import { Calls } from "./Calls";
import type { Contact } from "./contact";
import { ContactBook, type EntryStore } from "./ContactBook";
import { type KeptPeer, Keeping } from "./Keeping";
import type { KeyStore } from "./keyStore";
import type { PairSecret } from "./keepRun";
import { looks } from "./looks";
import { type Newcomer, Newcomers } from "./Newcomers";
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
  /** Whether the page is on a screen. */
  readonly visible: Observable<boolean>;
  readonly play: (sound: Sound) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

export type { Newcomer };

/** Everything about contacts, put together: keeping somebody, the sealed book, who is there, and calls. */
export class Contacts {
  readonly book: ContactBook;
  readonly vault: Vault;
  readonly keeping: Keeping;
  readonly whereabouts: Whereabouts;
  readonly calls: Calls;
  readonly newcomers: Newcomers;
  /** Of the encounter that runs, or ran last. */
  readonly newcomer: Observable<Newcomer>;
  readonly #parts: ContactsParts;
  #stop: () => void = () => undefined;

  constructor(parts: ContactsParts) {
    const { wallet, store, keys, meeting, now } = parts;
    this.#parts = parts;
    this.book = new ContactBook(store);
    this.newcomers = new Newcomers(this.book);
    this.newcomer = this.newcomers.current;
    this.vault = new Vault({ wallet, store, keys, book: this.book });
    this.keeping = new Keeping({ peer: meeting.peer, now, onKept: (secret) => this.#add(secret) });
    this.whereabouts = new Whereabouts({ ...parts, book: this.book.state });
    this.calls = new Calls({ ...parts, whereabouts: this.whereabouts });
    meeting.peer.subscribe(() => {
      if (meeting.peer.get() !== null) this.newcomers.meetAnother();
    });
  }

  start(): void {
    const { meeting } = this.#parts;
    const stopLooking = looks(() => this.look(), this.#parts);
    let before = meeting.state.get().phase;
    const stopFollowing = meeting.state.subscribe(() => {
      const { phase } = meeting.state.get();
      // The screen after an encounter has said it.
      if (before === "ended" && phase !== "ended") this.keeping.acknowledge();
      before = phase;
      if (phase === "idle" || phase === "ended") this.calls.met();
    });
    this.whereabouts.start();
    this.calls.start();
    void this.vault.resume();
    this.#stop = () => {
      stopFollowing();
      stopLooking();
      this.calls.stop();
      this.whereabouts.stop();
    };
  }

  stop(): void {
    this.#stop();
  }

  /** Catches up with other browsers of this wallet; what is shown stays where nobody answers. */
  look(): void {
    this.book.read().catch(() => undefined);
    this.newcomers.saveAgain();
  }

  /** The contact of this id; null if there is none, or the book is closed. */
  find(id: string): Contact | null {
    const state = this.book.state.get();
    return state.kind === "open" ? (state.contacts.find((each) => each.id === id) ?? null) : null;
  }

  #add(secret: PairSecret): void {
    const { meeting, time } = this.#parts;
    const side = meeting.peer.get()?.polite === true ? "polite" : "impolite";
    const since = new Date(time()).toISOString().slice(0, 10);
    const name = { name: "", note: "" };
    this.newcomers.add({ id: newId(), secret, side, ...name, since, visible: true });
  }
}
