import type { CallState } from "../call/state";
import type { Subject } from "../composition/subject";
import { Feed } from "../composition/Feed";
import type { FeedParts } from "../composition/Feed";
import type { CallConsent } from "../consent/CallConsent";
import { isGiven, outcomeOf } from "../consent/consent";
import type { Outcome } from "../consent/consent";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { BeginBroadcast, Breakdown, Broadcast, Line } from "./broadcast";
import type { Ingest } from "./ingest";

/** Why a stream ended, or did not begin. */
export type Ending =
  | Breakdown
  | "stopped"
  | "round-over"
  /** The other would rather not. */
  | "declined"
  | "unable"
  | "silent";

export type StreamerState =
  /** @property ending what became of the last one, until that has been read */
  | { readonly kind: "off"; readonly ending: Ending | null }
  /** The other has been asked. */
  | { readonly kind: "asking" }
  | { readonly kind: "starting" }
  | {
      readonly kind: "on";
      readonly subject: Subject;
      /** Monotonic milliseconds. */
      readonly since: number;
      readonly line: Line;
      /** The other has taken their consent back: light and colours are left of them. */
      readonly veiled: boolean;
    }
  | { readonly kind: "finishing" };

export interface StreamerParts extends FeedParts {
  readonly call: Observable<Pick<CallState, "phase">>;
  /** A consent of its own: who may be recorded may not be streamed yet. */
  readonly consent: Pick<CallConsent, "state" | "ask" | "end">;
  /** Whether a pass of this person unlocks streaming now. */
  readonly unlocked: Observable<boolean>;
  readonly begin: BeginBroadcast;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const OFF: StreamerState = { kind: "off", ending: null };
/** What it means to a stream that the other was asked in vain. */
const ENDINGS = {
  none: null,
  refused: "declined",
  unable: "unable",
  silent: "silent",
} as const satisfies Record<Exclude<Outcome, "open" | "given">, Ending | null>;
const WAITING: Line = { state: "connecting", bitsPerSecond: 0 };

/**
 * Streams the encounter: one's own picture and voice, and the other's as long as they agree. A stream never outlives its
 * round, the pass that unlocks it, or, as far as the other is in it, their consent.
 */
export class Streamer {
  readonly state: Observable<StreamerState>;
  readonly #state = new Variable<StreamerState>(OFF);
  readonly #parts: StreamerParts;
  #broadcast: Broadcast | null = null;
  #feed: Feed | null = null;
  /** Where the next one goes; forgotten as soon as it has begun. */
  #ingest: Ingest | null = null;
  /** Counts streams, so that one that begins too late is ended again. */
  #turn = 0;
  #stops: (() => void)[] = [];

  constructor(parts: StreamerParts) {
    this.#parts = parts;
    this.state = this.#state;
  }

  start(): void {
    const { call, consent, unlocked } = this.#parts;
    this.#stops = [
      call.subscribe(() => {
        if (call.get().phase !== "live") this.#end("round-over");
      }),
      unlocked.subscribe(() => {
        if (!unlocked.get()) this.#end("pass-lost");
      }),
      consent.state.subscribe(() => this.#onConsent()),
    ];
  }

  stop(): void {
    this.#end("round-over");
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Begins to stream; both only once the other agrees. */
  readonly stream = (ingest: Ingest, subject: Subject): void => {
    const { call, consent, unlocked } = this.#parts;
    const busy = this.#state.get().kind !== "off";
    if (busy || !unlocked.get() || call.get().phase !== "live") return;
    this.#ingest = ingest;
    if (subject === "own") {
      void this.#begin(subject);
      return;
    }
    this.#state.set({ kind: "asking" });
    consent.ask();
    this.#onConsent();
  };

  /** Asks the other again, who has taken their consent back. */
  readonly askAgain = (): void => this.#parts.consent.ask();

  /** Ends the stream, or withdraws the question. */
  readonly finish = (): void => this.#end("stopped");

  /** What was said about the last stream has been read. */
  readonly dismiss = (): void => {
    if (this.#state.get().kind === "off") this.#state.set(OFF);
  };

  #onConsent(): void {
    const consent = this.#parts.consent.state.get();
    const state = this.#state.get();
    if (state.kind === "on" && state.subject === "both") {
      const veiled = !isGiven(consent);
      if (veiled === state.veiled) return;
      this.#broadcast?.composition.veil(veiled);
      this.#state.set({ ...state, veiled });
      return;
    }
    if (state.kind !== "asking") return;
    const outcome = outcomeOf(consent);
    if (outcome === "open") return;
    if (outcome === "given") void this.#begin("both");
    else this.#off(ENDINGS[outcome]);
  }

  async #begin(subject: Subject): Promise<void> {
    const { begin, now } = this.#parts;
    const ingest = this.#ingest;
    this.#ingest = null;
    if (ingest === null) return;
    const turn = ++this.#turn;
    this.#state.set({ kind: "starting" });
    try {
      const broadcast = await begin(ingest, subject, {
        line: (line) => this.#onLine(turn, line),
        broke: (why) => this.#onBroken(turn, why),
      });
      if (turn !== this.#turn) {
        await broadcast.stop();
        return;
      }
      const veiled = subject === "both" && !isGiven(this.#parts.consent.state.get());
      this.#broadcast = broadcast;
      broadcast.composition.veil(veiled);
      this.#feed = new Feed(this.#parts, broadcast.composition, subject);
      this.#feed.start();
      this.#state.set({ kind: "on", subject, since: now(), line: WAITING, veiled });
    } catch (error) {
      if (turn === this.#turn) this.#onBroken(turn, whyOf(error));
    }
  }

  #onLine(turn: number, line: Line): void {
    const state = this.#state.get();
    if (turn === this.#turn && state.kind === "on") this.#state.set({ ...state, line });
  }

  #onBroken(turn: number, why: Breakdown): void {
    if (turn !== this.#turn) return;
    this.#turn += 1;
    // One that broke by itself has ended already; one that cannot be fed has not.
    void this.#broadcast?.stop().catch(() => undefined);
    this.#letGo();
    this.#off(why);
  }

  #end(ending: Ending): void {
    const { kind } = this.#state.get();
    if (kind === "off" || kind === "finishing") return;
    const broadcast = this.#broadcast;
    const turn = ++this.#turn;
    // First of all nothing of the other goes out any more; then they are told.
    broadcast?.composition.veil(true);
    this.#letGo();
    if (broadcast === null) {
      this.#off(kind === "asking" ? null : ending);
      return;
    }
    this.#parts.consent.end();
    this.#state.set({ kind: "finishing" });
    void broadcast
      .stop()
      .catch(() => undefined)
      .then(() => {
        if (turn === this.#turn) this.#off(ending);
      });
  }

  #letGo(): void {
    this.#broadcast = null;
    this.#ingest = null;
    this.#feed?.stop();
    this.#feed = null;
  }

  /** The other is asked no more. */
  #off(ending: Ending | null): void {
    this.#ingest = null;
    this.#state.set({ kind: "off", ending });
    this.#parts.consent.end();
  }
}

const CAUSES: ReadonlySet<unknown> = new Set<Breakdown>(["unavailable", "unsupported"]);

function whyOf(error: unknown): Breakdown {
  const cause = error instanceof Error ? error.cause : null;
  return CAUSES.has(cause) ? (cause as Breakdown) : "failed";
}
