import type { CallState } from "../call/state";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { consentAfter, NOBODY_ASKED, readWord } from "./consent";
import type { Consent, ConsentEvent, Topic } from "./consent";

/** A page that has not said anything by then does not know the question, in milliseconds. */
export const SILENCE_MS = 5_000;

export interface ConsentParts {
  readonly peer: Observable<Pick<PeerPort, "control"> | null>;
  readonly call: Observable<Pick<CallState, "phase">>;
}

/**
 * Asks the other whether they may be recorded, or streamed, and puts their question to this person. It begins anew with
 * every connection and every round: nobody is recorded because of a yes that was meant for an earlier one.
 */
export class CallConsent {
  readonly state: Observable<Consent>;
  readonly #state = new Variable<Consent>(NOBODY_ASKED);
  readonly #parts: ConsentParts;
  readonly #topic: Topic;
  #peer: Pick<PeerPort, "control"> | null = null;
  #silence: ReturnType<typeof setTimeout> | null = null;
  #stopHearing: () => void = () => undefined;
  #stops: (() => void)[] = [];

  constructor(topic: Topic, parts: ConsentParts) {
    this.#topic = topic;
    this.#parts = parts;
    this.state = this.#state;
  }

  start(): void {
    const { peer, call } = this.#parts;
    this.#stops = [
      peer.subscribe(() => this.#follow(peer.get())),
      call.subscribe(() => {
        if (!this.#isLive()) this.#on({ type: "over" });
      }),
    ];
    this.#follow(peer.get());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#follow(null);
  }

  /** Asks the other; while the two see each other. */
  readonly ask = (): void => {
    if (this.#peer === null || !this.#isLive()) return;
    this.#on({ type: "ask" });
    if (this.#state.get().mine.answer !== "asking") return;
    this.#silence ??= setTimeout(() => {
      this.#silence = null;
      this.#on({ type: "waited" });
    }, SILENCE_MS);
  };

  /** What the other was asked for is over, or they need not answer any longer. */
  readonly end = (): void => this.#on({ type: "end" });
  readonly give = (): void => this.#on({ type: "give" });
  readonly refuse = (): void => this.#on({ type: "refuse" });
  readonly takeBack = (): void => this.#on({ type: "take-back" });

  #on(event: ConsentEvent): void {
    const { consent, say } = consentAfter(this.#state.get(), event);
    if (consent.mine.answer !== "asking") this.#stopWaiting();
    this.#state.set(consent);
    if (say !== null) this.#peer?.control.send(this.#topic, { ...say });
  }

  #follow(peer: Pick<PeerPort, "control"> | null): void {
    if (peer === this.#peer) return;
    this.#stopHearing();
    this.#stopHearing = () => undefined;
    this.#peer = peer;
    this.#stopWaiting();
    this.#state.set(NOBODY_ASKED);
    if (peer === null) return;
    this.#stopHearing = peer.control.on(this.#topic, (body) => {
      const word = readWord(body);
      if (word !== null) this.#on({ type: "heard", word, able: this.#isLive() });
    });
  }

  #isLive(): boolean {
    return this.#parts.call.get().phase === "live";
  }

  #stopWaiting(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = null;
  }
}
