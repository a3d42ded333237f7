import type { CallState } from "../call/state";
import type { Body } from "../channel/Control";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { Allowance } from "./Allowance";
import { acknowledge, hear, read, SILENCE, toBody, waiting, write } from "./conversation";
import type { Conversation } from "./conversation";
import { Typing } from "./Typing";

/** The control channel's topic of everything here. */
export const CHAT_TOPIC = "chat";

/** More than people write. What comes faster from the other is dropped and not acknowledged. */
const THEIR_BURST = 30;
const THEIR_PER_SECOND = 5;
/** Less than what the other side takes, so that nothing of an honest page is ever dropped. */
const OWN_BURST = 20;
const OWN_PER_SECOND = 3;
/**
 * Messages on their way that are not acknowledged. What a path holds back comes all at once when it is mended: these, and
 * {@link OWN_BURST}, are together no more than {@link THEIR_BURST}.
 */
const MOST_UNDERWAY = 10;
/** How soon a message is tried again that the channel did not take, in milliseconds. */
const RETRY_MS = 1_000;
/** Messages that are told of by a sound: two at once, and then one in two seconds, however many come. */
const TOLD_BURST = 2;
const TOLD_PER_SECOND = 0.5;

export interface ChatParts {
  readonly call: Observable<CallState>;
  readonly peer: Observable<Pick<PeerPort, "control"> | null>;
  /** Something of theirs has come that nobody was looking at; not for each of many that come at once. */
  readonly onUnseen: () => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

/**
 * What two people write to each other, on the control channel alone: no server sees it, nothing is stored, and it is
 * gone with the encounter. A message is kept until the other's page has acknowledged it, and is sent again when the
 * connection had to be made anew.
 */
export class Chat {
  readonly conversation: Observable<Conversation>;
  /** Written and not yet sent; it outlives a panel that is closed. */
  readonly draft = new Variable("");
  readonly typing: Typing;
  readonly #conversation = new Variable<Conversation>(SILENCE);
  readonly #parts: ChatParts;
  #encounter: string | null = null;
  #peer: Pick<PeerPort, "control"> | null = null;
  #stopListening: () => void = () => undefined;
  #attended = false;
  /** The last number that was handed to the present connection. */
  #sent = 0;
  #theirs: Allowance;
  #own: Allowance;
  readonly #told: Allowance;
  #retry: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.conversation = this.#conversation;
    this.typing = new Typing((typing) => this.#tell({ typing }), parts.now);
    this.#theirs = new Allowance(THEIR_BURST, THEIR_PER_SECOND, parts.now());
    this.#own = new Allowance(OWN_BURST, OWN_PER_SECOND, parts.now());
    this.#told = new Allowance(TOLD_BURST, TOLD_PER_SECOND, parts.now());
    parts.call.subscribe(() => this.#onCall(parts.call.get()));
    parts.peer.subscribe(() => this.#follow(parts.peer.get()));
  }

  /** Sends the draft, or keeps it until it can be sent; false when there is nothing to send, or no room for it. */
  readonly send = (): boolean => {
    const before = this.#conversation.get();
    const after = write(before, this.draft.get(), this.#parts.time());
    if (after === before) return false;
    this.draft.set("");
    this.typing.rest();
    this.#conversation.set(after);
    this.#pump();
    return true;
  };

  /** The draft has been changed by the person. */
  readonly write = (draft: string): void => {
    this.draft.set(draft);
    if (draft.trim() === "") this.typing.rest();
    else this.typing.stir();
  };

  /** Whether somebody is looking at the conversation now. */
  readonly attend = (attended: boolean): void => {
    this.#attended = attended;
    if (attended) this.#conversation.set(read(this.#conversation.get()));
  };

  #onCall(state: CallState): void {
    const encounter = "match" in state ? state.match.encounter : null;
    if (encounter === this.#encounter) return;
    this.#encounter = encounter;
    this.#conversation.set(SILENCE);
    this.draft.set("");
    this.#sent = 0;
    const now = this.#parts.now();
    this.#theirs = new Allowance(THEIR_BURST, THEIR_PER_SECOND, now);
    this.#own = new Allowance(OWN_BURST, OWN_PER_SECOND, now);
  }

  #follow(peer: Pick<PeerPort, "control"> | null): void {
    this.#stopListening();
    this.#peer = peer;
    this.typing.reset();
    if (peer === null) {
      this.#stopListening = () => undefined;
      this.#schedule(null);
      return;
    }
    this.#stopListening = peer.control.on(CHAT_TOPIC, (body) => this.#receive(body));
    this.#sent = this.#conversation.get().acknowledged;
    this.#pump();
  }

  #receive(body: Body): void {
    if ("typing" in body) this.typing.hear(body["typing"] === true);
    if ("heard" in body) {
      this.#conversation.set(acknowledge(this.#conversation.get(), body["heard"]));
      this.#pump();
    }
    const { now, time, onUnseen } = this.#parts;
    if (!("say" in body) || !this.#theirs.take(now())) return;
    const heard = hear(this.#conversation.get(), body, time(), this.#attended);
    this.#conversation.set(heard.conversation);
    if (heard.acknowledge !== null) this.#tell({ heard: heard.acknowledge });
    if (heard.message === null) return;
    this.typing.hear(false);
    if (!this.#attended && this.#told.take(now())) onUnseen();
  }

  /** Hands to the connection what it has not had yet, no faster than the other side takes it. */
  #pump(): void {
    this.#schedule(null);
    const now = this.#parts.now();
    const conversation = this.#conversation.get();
    for (const message of waiting(conversation)) {
      if (message.number <= this.#sent) continue;
      if (message.number > conversation.acknowledged + MOST_UNDERWAY) return;
      const pause = this.#own.wait(now);
      if (pause > 0) {
        this.#schedule(pause);
        return;
      }
      if (!this.#tell(toBody(message))) {
        this.#schedule(RETRY_MS);
        return;
      }
      this.#own.take(now);
      this.#sent = message.number;
    }
  }

  #schedule(millis: number | null): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry =
      millis === null || this.#peer === null ? null : setTimeout(() => this.#pump(), millis);
  }

  #tell(body: Body): boolean {
    return this.#peer?.control.send(CHAT_TOPIC, body) ?? false;
  }
}
