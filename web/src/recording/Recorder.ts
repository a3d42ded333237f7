import type { CallState } from "../call/state";
import type { Subject } from "../composition/subject";
import { Feed } from "../composition/Feed";
import type { FeedParts } from "../composition/Feed";
import type { CallConsent } from "../consent/CallConsent";
import { isGiven, outcomeOf } from "../consent/consent";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { About, Container } from "./about";
import type { Failure } from "./orders";
import type { BeginTake, Take } from "./take";

/** Why a recording came to nothing, or to an end that nobody wanted. */
export type RecorderProblem = Failure | "refused" | "unable" | "silent";

/** Why a recording was ended. */
export type Ending = "stopped" | "round-over" | "pass-lost" | "failed";

/** A recording that is whole, or one of which there is nothing to keep, or that waits to be made whole (its length is null then). */
export interface Finished {
  readonly id: string;
  /** In milliseconds. */
  readonly length: number | null;
  /** What was recorded lies there, and could not be made a whole file now. */
  readonly waits: boolean;
  readonly ending: Ending;
}

export type RecorderState =
  | {
      readonly kind: "off";
      readonly problem: RecorderProblem | null;
      readonly finished: Finished | null;
    }
  /** The other has been asked. */
  | { readonly kind: "asking" }
  | { readonly kind: "starting" }
  | {
      readonly kind: "on";
      readonly subject: Subject;
      /** Monotonic milliseconds. */
      readonly since: number;
      /** On the disk. */
      readonly bytes: number;
      /** The other has taken their consent back: light and colours are left of them. */
      readonly veiled: boolean;
    }
  | { readonly kind: "finishing" };

export interface RecorderParts extends FeedParts {
  readonly call: Observable<Pick<CallState, "phase">>;
  readonly consent: Pick<CallConsent, "state" | "ask" | "end">;
  /** Whether a pass of this person unlocks recording now. */
  readonly unlocked: Observable<boolean>;
  readonly begin: BeginTake;
  /** Makes a whole file of what a failure has left; resolves and rejects as {@link Take.finish}. */
  readonly rescue: (about: About) => Promise<number | null>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

const OFF: Extract<RecorderState, { kind: "off" }> = { kind: "off", problem: null, finished: null };

/**
 * Records the encounter: one's own picture, voice and shared screen, and the other's as long as they agree. A recording
 * never outlives its round, the pass that unlocks it, or, as far as the other is in it, their consent.
 */
export class Recorder {
  readonly state: Observable<RecorderState>;
  readonly #state = new Variable<RecorderState>(OFF);
  readonly #parts: RecorderParts;
  #take: Take | null = null;
  #feed: Feed | null = null;
  /** Counts recordings, so that one that begins too late is ended again. */
  #turn = 0;
  #wanted: Container = "webm";
  #stops: (() => void)[] = [];

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.state = this.#state;
  }

  start(): void {
    const { call, consent, unlocked } = this.#parts;
    this.#stops = [
      call.subscribe(() => this.#onPhase()),
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

  /** Begins to record; both only once the other agrees. */
  readonly record = (subject: Subject, container: Container): void => {
    const { call, consent, unlocked } = this.#parts;
    const busy = this.#state.get().kind !== "off";
    if (busy || !unlocked.get() || call.get().phase !== "live") return;
    this.#wanted = container;
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

  /** Ends the recording, or withdraws the question. */
  readonly finish = (): void => this.#end("stopped");

  /** What was said about the last recording has been read. */
  readonly dismiss = (): void => {
    if (this.#state.get().kind === "off") this.#state.set(OFF);
  };

  #onPhase(): void {
    const { phase } = this.#parts.call.get();
    if (phase !== "live") this.#end("round-over");
  }

  #onConsent(): void {
    const consent = this.#parts.consent.state.get();
    const state = this.#state.get();
    if (state.kind === "on" && state.subject === "both") {
      const veiled = !isGiven(consent);
      if (veiled === state.veiled) return;
      this.#take?.veil(veiled);
      this.#state.set({ ...state, veiled });
      return;
    }
    if (state.kind !== "asking") return;
    const outcome = outcomeOf(consent);
    if (outcome === "open") return;
    if (outcome === "given") void this.#begin("both");
    else this.#state.set({ ...OFF, problem: outcome === "none" ? null : outcome });
  }

  async #begin(subject: Subject): Promise<void> {
    const { begin, now, time } = this.#parts;
    const turn = ++this.#turn;
    const container = this.#wanted;
    this.#state.set({ kind: "starting" });
    const about: About = { id: crypto.randomUUID(), startedAt: time(), subject, container };
    try {
      const take = await begin(about, {
        written: (bytes) => this.#written(turn, bytes),
        failed: (why) => void this.#failed(turn, about, why),
      });
      if (turn !== this.#turn) {
        await take.finish();
        return;
      }
      this.#take = take;
      const veiled = subject === "both" && !isGiven(this.#parts.consent.state.get());
      take.veil(veiled);
      this.#feed = new Feed(this.#parts, take, subject);
      this.#feed.start();
      this.#state.set({ kind: "on", subject, since: now(), bytes: 0, veiled });
    } catch (error) {
      if (turn !== this.#turn) return;
      const take = this.#take;
      this.#letGo();
      this.#parts.consent.end();
      if (take === null) this.#state.set({ ...OFF, problem: whyOf(error) });
      else await this.#settle(turn, about.id, "failed", whyOf(error), take.finish());
    }
  }

  #written(turn: number, bytes: number): void {
    const state = this.#state.get();
    if (turn === this.#turn && state.kind === "on") this.#state.set({ ...state, bytes });
  }

  async #failed(turn: number, about: About, why: Failure): Promise<void> {
    if (turn !== this.#turn || this.#take === null) return;
    this.#letGo();
    this.#parts.consent.end();
    await this.#settle(turn, about.id, "failed", why, this.#parts.rescue(about));
  }

  /** Waits until what was recorded is a whole file, or cannot be made one now. */
  async #settle(
    turn: number,
    id: string,
    ending: Ending,
    problem: Failure | null,
    making: Promise<number | null>,
  ): Promise<void> {
    this.#state.set({ kind: "finishing" });
    const { length, why } = await making.then(
      (length) => ({ length, why: null }),
      (error: unknown) => ({ length: null, why: whyOf(error) }),
    );
    if (turn !== this.#turn) return;
    const finished = { id, length, waits: why !== null, ending };
    this.#state.set({ kind: "off", problem: problem ?? why, finished });
  }

  #end(ending: Ending): void {
    const state = this.#state.get();
    if (state.kind === "off" || state.kind === "finishing") return;
    const take = this.#take;
    const turn = ++this.#turn;
    // First of all nothing of the other is recorded any more; then they are told.
    take?.veil(true);
    this.#letGo();
    this.#parts.consent.end();
    if (take === null) {
      this.#state.set(OFF);
      return;
    }
    void this.#settle(turn, take.about.id, ending, null, take.finish());
  }

  #letGo(): void {
    this.#take = null;
    this.#feed?.stop();
    this.#feed = null;
  }
}

/** By its shape: what knows the class would load all that records with it. */
function whyOf(error: unknown): Failure {
  const why = typeof error === "object" && error !== null && "why" in error ? error.why : null;
  return why === "no-room" || why === "disk" ? why : "encoder";
}
