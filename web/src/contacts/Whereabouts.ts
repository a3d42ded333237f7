import type { ErrorCode, RendezvousId, ServerMessage } from "../protocol/messages";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";
import type { BookState } from "./ContactBook";
import { rendezvousOf } from "./rendezvous";

export interface WhereaboutsParts {
  readonly signaling: Pick<SignalingClient, "listen" | "send" | "state">;
  readonly book: Observable<BookState>;
  /** Whether this person lets themselves be found in this browser at all. */
  readonly findable: Observable<boolean>;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

/** Changes that come at once are said at once: the service takes twenty a minute. In milliseconds. */
const TOGETHER_MS = 300;
/** Until it is said again where the service could not answer, in milliseconds. */
const AGAIN_MS = 30_000;
const HOUR_MS = 3_600_000;

/** The service could not say who is there now, and may later. */
const PASSING: ReadonlySet<ErrorCode | "other"> = new Set([
  "chain-stale",
  "chain-down",
  "chain-disputed",
  "presence-full",
  "rate-limited",
  "store-down",
]);

/** Says under which ids this person is found and whom they look for, and keeps who of the contacts is there. */
export class Whereabouts {
  /** Who of the contacts is there, by the id of their entry. */
  readonly online: Observable<ReadonlySet<string>>;
  readonly #online = new Variable<ReadonlySet<string>>(new Set());
  readonly #parts: WhereaboutsParts;
  readonly #here = new Set<RendezvousId>();
  #sought: ReadonlyMap<RendezvousId, string> = new Map();
  #found: ReadonlyMap<RendezvousId, string> = new Map();
  /** As it was said on this line; empty on one that knows nothing yet. */
  #said = "";
  #timer: ReturnType<typeof setTimeout> | null = null;
  #hourly: ReturnType<typeof setInterval> | null = null;
  #stops: readonly (() => void)[] = [];

  constructor(parts: WhereaboutsParts) {
    this.online = this.#online;
    this.#parts = parts;
  }

  start(): void {
    const { signaling, book, findable } = this.#parts;
    const soon = (): void => this.#soon(TOGETHER_MS);
    this.#stops = [
      signaling.listen((message) => this.#hear(message)),
      book.subscribe(soon),
      findable.subscribe(soon),
    ];
    // Ids are those of a day, and clocks differ by up to an hour.
    this.#hourly = setInterval(soon, HOUR_MS / 4);
    this.#soon(0);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#hourly !== null) clearInterval(this.#hourly);
    this.#timer = this.#hourly = null;
    this.#forget();
  }

  /** Under which id a contact who is there can be called; null if they are not. */
  idOf(contact: string): RendezvousId | null {
    return [...this.#here].find((id) => this.#sought.get(id) === contact) ?? null;
  }

  /** Whose call it is that rings under an id of one's own. */
  callerAt(id: RendezvousId): string | null {
    return this.#found.get(id) ?? null;
  }

  #hear(message: ServerMessage): void {
    if (message.type === "welcome") {
      this.#forget();
      this.#soon(0);
    } else if (message.type === "contact-online") {
      for (const id of message.ids)
        if (message.online) this.#here.add(id);
        else this.#here.delete(id);
      this.#show();
    } else if (message.type === "entitlement") {
      if (message.entitlement.mayMeet) this.#again(TOGETHER_MS);
    } else if (message.type === "error" && PASSING.has(message.code)) {
      this.#again(AGAIN_MS);
    }
  }

  /** Nothing that was said before holds on this line. */
  #forget(): void {
    this.#said = "";
    this.#here.clear();
    this.#show();
  }

  #again(after: number): void {
    this.#said = "";
    this.#soon(after);
  }

  #soon(after: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#say();
    }, after);
  }

  #say(): void {
    const { signaling, book, findable, time } = this.#parts;
    const state = book.get();
    const contacts = state.kind === "open" ? state.contacts : [];
    const now = time();
    const meetings = contacts.map((contact) => ({ of: contact.id, ...rendezvousOf(contact, now) }));
    this.#found = byId(meetings.map(({ of, found }) => ({ of, ids: found })));
    this.#sought = byId(meetings.map(({ of, sought }) => ({ of, ids: sought })));
    for (const id of this.#here) if (!this.#sought.has(id)) this.#here.delete(id);
    this.#show();
    const own = findable.get() ? [...this.#found.keys()] : [];
    const looking = [...this.#sought.keys()];
    const saying = JSON.stringify([own, looking]);
    const nothing = own.length + looking.length === 0 && this.#said === "";
    if (nothing || saying === this.#said || signaling.state.get().kind !== "open") return;
    if (signaling.send({ type: "presence", findable: own, looking }) !== "dropped")
      this.#said = saying;
  }

  #show(): void {
    const contacts = new Set<string>();
    for (const id of this.#here) {
      const contact = this.#sought.get(id);
      if (contact !== undefined) contacts.add(contact);
    }
    const shown = this.#online.get();
    if (contacts.size !== shown.size || [...contacts].some((id) => !shown.has(id)))
      this.#online.set(contacts);
  }
}

function byId(
  meetings: readonly { readonly of: string; readonly ids: readonly RendezvousId[] }[],
): ReadonlyMap<RendezvousId, string> {
  return new Map(meetings.flatMap(({ of, ids }) => ids.map((id) => [id, of] as const)));
}
