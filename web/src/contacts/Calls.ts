import type { CallOutcome, ServerMessage, Wish } from "../protocol/messages";
import type { Sound } from "../call/state";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";
import { afterMessage, NO_CALL, unwanted, type CallState } from "./callState";
import type { Whereabouts } from "./Whereabouts";

/** A call that nobody took. */
export interface Missed {
  /** Whose it was, by the id of their entry. */
  readonly contact: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether this person has read of it. */
  readonly looked: boolean;
}

export interface CallsParts {
  readonly signaling: Pick<SignalingClient, "listen" | "send" | "state">;
  readonly whereabouts: Pick<Whereabouts, "idOf" | "callerAt">;
  readonly meeting: {
    /** Two contacts are about to meet. */
    readonly expect: (wish: Wish) => void;
    /** They are not, after all. */
    readonly unexpect: () => void;
  };
  /** What this person says of themselves; of it, a call takes whether they hide their address. */
  readonly wish: () => Wish;
  readonly play: (sound: Sound) => void;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

/** From one ring to the next, in milliseconds. */
const RING_MS = 3_000;
/** Longest wait until the service confirms that a call is taken back, in milliseconds; after that it may confirm it or not. */
export const WITHDRAWN_MS = 10_000;

/** Calls of contacts, and to them: from the ring to the moment at which an ordinary encounter begins, or none. */
export class Calls {
  readonly state: Observable<CallState>;
  /** The newest last; until something has come of them. */
  readonly missed: Observable<readonly Missed[]>;
  readonly #state = new Variable<CallState>(NO_CALL);
  readonly #missed = new Variable<readonly Missed[]>([]);
  readonly #parts: CallsParts;
  #ring: ReturnType<typeof setInterval> | null = null;
  #withdrawn: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void = () => undefined;

  constructor(parts: CallsParts) {
    this.state = this.#state;
    this.missed = this.#missed;
    this.#parts = parts;
  }

  start(): void {
    this.#stop = this.#parts.signaling.listen((message) => this.#hear(message));
  }

  stop(): void {
    this.#stop();
    this.cancel();
    this.decline();
    this.#become(NO_CALL);
  }

  /** Rings for a contact; says so at once where they are not there. */
  readonly call = (contact: string): void => {
    const { signaling, whereabouts } = this.#parts;
    const state = this.#state.get();
    if (state.kind === "ringing" && state.contact === contact) {
      this.accept();
      return;
    }
    if (state.kind !== "none" && state.kind !== "over") return;
    const id = whereabouts.idOf(contact);
    const said =
      id !== null &&
      signaling.state.get().kind === "open" &&
      signaling.send({ type: "call", id, ...this.#hidden() }) !== "dropped";
    this.#become(
      said
        ? { kind: "calling", contact, id, call: null, because: null }
        : { kind: "over", contact, how: "unavailable", own: true, because: null },
    );
  };

  /** Takes one's own call back. */
  readonly cancel = (): void => {
    const state = this.#state.get();
    if (state.kind !== "calling") return;
    const { contact, id, call } = state;
    // What the service has not named yet is taken back as soon as it has.
    if (call !== null) this.#parts.signaling.send({ type: "cancel", call });
    this.#become({ kind: "withdrawn", contact, id, call });
  };

  readonly accept = (): void => {
    const state = this.#state.get();
    if (state.kind !== "ringing") return;
    this.#parts.signaling.send({ type: "accept", call: state.call, ...this.#hidden() });
    this.#become({ kind: "accepting", contact: state.contact, call: state.call });
  };

  readonly decline = (): void => {
    const state = this.#state.get();
    if (state.kind !== "ringing") return;
    this.#parts.signaling.send({ type: "decline", call: state.call });
    this.#become(NO_CALL);
  };

  /** What there was to say of the last call has been read. */
  readonly dismiss = (): void => {
    const state = this.#state.get();
    if (state.kind !== "over") return;
    if (!state.own) this.#look(({ contact }) => contact === state.contact);
    this.#become(NO_CALL);
  };

  /** Who has called meanwhile has been read; it stays beside their names. */
  readonly lookedAtMissed = (): void => this.#look(() => true);

  /** The missed calls of a contact have led to something. */
  readonly seen = (contact: string): void => {
    this.#missed.set(this.#missed.get().filter((each) => each.contact !== contact));
  };

  /** The encounter that came of it is over. */
  readonly met = (): void => {
    if (this.#state.get().kind === "met") this.#become(NO_CALL);
  };

  #hear(message: ServerMessage): void {
    const before = this.#state.get();
    const { whereabouts, signaling, meeting, wish, time } = this.#parts;
    const after = afterMessage(before, message, (id) => whereabouts.callerAt(id));
    const answer = unwanted(after, message);
    if (answer !== null) signaling.send(answer);
    if (after === before) return;
    if (after.kind === "met") meeting.expect(wish());
    if (before.kind === "met") meeting.unexpect();
    if (after.kind === "over" && !after.own && isMissed(after.how))
      this.#missed.set([
        ...this.#missed.get(),
        { contact: after.contact, at: time(), looked: false },
      ]);
    this.#become(after);
  }

  #look(at: (missed: Missed) => boolean): void {
    const missed = this.#missed.get();
    if (!missed.some((each) => !each.looked && at(each))) return;
    this.#missed.set(missed.map((each) => (at(each) ? { ...each, looked: true } : each)));
  }

  #become(state: CallState): void {
    const rings = state.kind === "ringing";
    if (rings && this.#ring === null) {
      this.#parts.play("ringing");
      this.#ring = setInterval(() => this.#parts.play("ringing"), RING_MS);
    } else if (!rings && this.#ring !== null) {
      clearInterval(this.#ring);
      this.#ring = null;
    }
    clearTimeout(this.#withdrawn);
    if (state.kind === "withdrawn")
      this.#withdrawn = setTimeout(() => this.#become(NO_CALL), WITHDRAWN_MS);
    this.#state.set(state);
  }

  #hidden(): { readonly hideAddress?: true } {
    return this.#parts.wish().hideAddress === true ? { hideAddress: true } : {};
  }
}

function isMissed(how: CallOutcome | "other" | "lost"): boolean {
  return how === "missed" || how === "cancelled";
}
