import type { ReportCategory, ServerMessage } from "../protocol/messages";
import { Alarm } from "../signaling/Alarm";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";
import { complain, complaintDeadline, NOTHING_SAID } from "./complaint";
import type { Complaint, ComplaintEvent } from "./complaint";

/** Which question about the other stands open. */
export type Question = "report" | "block";

export interface ComplaintsParts {
  readonly signaling: Pick<SignalingClient, "send" | "listen">;
  /** Monotonic milliseconds; `performance.now` outside of tests. */
  readonly now: () => number;
}

/** Reports and blocks the one whom this person meets, or met last; the service ends the encounter. */
export class Complaints {
  readonly state: Observable<Complaint>;
  readonly question: Observable<Question | null>;
  readonly #state = new Variable<Complaint>(NOTHING_SAID);
  readonly #question = new Variable<Question | null>(null);
  readonly #parts: ComplaintsParts;
  readonly #alarm: Alarm;
  #stop: (() => void) | null = null;

  constructor(parts: ComplaintsParts) {
    this.#parts = parts;
    this.#alarm = new Alarm(parts.now, () => this.#on({ type: "tick" }));
    this.state = this.#state;
    this.question = this.#question;
  }

  start(): void {
    this.#stop = this.#parts.signaling.listen((message: ServerMessage) => {
      // A question about somebody must never be answered about somebody else.
      if (message.type === "matched") this.#question.set(null);
      this.#on({ type: "message", message });
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#question.set(null);
    this.#state.set(NOTHING_SAID);
    this.#alarm.set(null);
  }

  readonly ask = (question: Question): void => {
    if (this.#state.get().about !== null) this.#question.set(question);
  };

  readonly cancel = (): void => this.#question.set(null);

  /** @param alsoBlock whether the two are never to be paired again */
  readonly report = (category: ReportCategory, note: string, alsoBlock: boolean): void => {
    this.#question.set(null);
    this.#on({ type: "report", category, note });
    if (alsoBlock) this.#on({ type: "block" });
  };

  readonly block = (): void => {
    this.#question.set(null);
    this.#on({ type: "block" });
  };

  /** Sends once more what was not stored. */
  readonly again = (): void => this.#on({ type: "again" });

  #on(event: ComplaintEvent): void {
    const { state, send } = complain(this.#state.get(), event, this.#parts.now());
    this.#state.set(state);
    for (const message of send) this.#parts.signaling.send(message);
    this.#alarm.set(complaintDeadline(state));
  }
}
