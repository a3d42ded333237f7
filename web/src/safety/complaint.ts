import type { ClientMessage, ReportCategory, ServerMessage } from "../protocol/messages";

/** Why something was not stored. */
export type Refusal = "store-down" | "too-late" | "too-many" | "no-answer";

/** Something on its way to the service's database. */
export type Saving<Stored> =
  | { readonly kind: "none" }
  /** @param by monotonic milliseconds after which no answer is expected any more */
  | { readonly kind: "sending"; readonly message: ClientMessage; readonly by: number }
  | { readonly kind: "stored"; readonly what: Stored }
  /** It can be sent again as it was. */
  | { readonly kind: "refused"; readonly why: Refusal; readonly message: ClientMessage };

/** What this person has said of the one they met last. */
export interface Complaint {
  /** The encounter that it is about: the present one, or the last; null before the first. */
  readonly about: string | null;
  readonly report: Saving<{ readonly receipt: string }>;
  readonly block: Saving<true>;
}

export type ComplaintEvent =
  | { readonly type: "report"; readonly category: ReportCategory; readonly note: string }
  | { readonly type: "block" }
  /** Sends what was refused once more. */
  | { readonly type: "again" }
  | { readonly type: "message"; readonly message: ServerMessage }
  /** The deadline of `complaintDeadline` has come. */
  | { readonly type: "tick" };

export interface ComplaintStep {
  readonly state: Complaint;
  readonly send: readonly ClientMessage[];
}

/** Longest wait for an answer; the service gives up on its database earlier. */
export const ANSWER_WITHIN_MS = 10_000;
export const LONGEST_NOTE = 500;

const NONE = { kind: "none" } as const;
export const NOTHING_SAID: Complaint = { about: null, report: NONE, block: NONE };

/** A report or a block from the tap to the receipt, as one pure function. */
export function complain(state: Complaint, event: ComplaintEvent, now: number): ComplaintStep {
  switch (event.type) {
    case "report":
      return report(state, event.category, event.note, now);
    case "block":
      return block(state, now);
    case "again":
      return again(state, now);
    case "message":
      return { state: answered(state, event.message), send: [] };
    case "tick":
      return {
        state: {
          ...state,
          report: unanswered(state.report, now),
          block: unanswered(state.block, now),
        },
        send: [],
      };
    default:
      return event satisfies never;
  }
}

/** Monotonic milliseconds at which `tick` is due, if it is. */
export function complaintDeadline({ report, block }: Complaint): number | null {
  const due = [report, block].flatMap((saving) => (saving.kind === "sending" ? [saving.by] : []));
  return due.length === 0 ? null : Math.min(...due);
}

function report(
  state: Complaint,
  category: ReportCategory,
  note: string,
  now: number,
): ComplaintStep {
  const { about } = state;
  if (about === null || isOnItsWay(state.report)) return { state, send: [] };
  const said = Array.from(note.trim()).slice(0, LONGEST_NOTE).join("");
  const message: ClientMessage = {
    type: "report",
    encounter: about,
    category,
    ...(said === "" ? {} : { note: said }),
  };
  return { state: { ...state, report: sending(message, now) }, send: [message] };
}

function block(state: Complaint, now: number): ComplaintStep {
  const { about } = state;
  if (about === null || isOnItsWay(state.block)) return { state, send: [] };
  const message: ClientMessage = { type: "block", encounter: about };
  return { state: { ...state, block: sending(message, now) }, send: [message] };
}

function again(state: Complaint, now: number): ComplaintStep {
  const refused = [state.report, state.block].flatMap((saving) =>
    saving.kind === "refused" ? [saving.message] : [],
  );
  const resend = <S>(saving: Saving<S>): Saving<S> =>
    saving.kind === "refused" ? sending(saving.message, now) : saving;
  return {
    state: { ...state, report: resend(state.report), block: resend(state.block) },
    send: refused,
  };
}

function answered(state: Complaint, message: ServerMessage): Complaint {
  if (message.type === "matched") return { ...NOTHING_SAID, about: message.encounter };
  // Everything else is about the call, or about an encounter that is no longer spoken of.
  if (!("encounter" in message) || message.encounter !== state.about) return state;
  if (message.type === "reported")
    return { ...state, report: { kind: "stored", what: { receipt: message.receipt } } };
  if (message.type === "blocked") return { ...state, block: { kind: "stored", what: true } };
  return message.type === "error" ? refused(state, message.code) : state;
}

/** An error names the encounter and not which of the two it is about, where its code does not tell. */
function refused(
  state: Complaint,
  code: Extract<ServerMessage, { type: "error" }>["code"],
): Complaint {
  const refuse = <S>(saving: Saving<S>, why: Refusal): Saving<S> =>
    saving.kind === "sending" ? { kind: "refused", why, message: saving.message } : saving;
  if (code === "too-many-reports") return { ...state, report: refuse(state.report, "too-many") };
  if (code === "too-many-blocks") return { ...state, block: refuse(state.block, "too-many") };
  const why = code === "too-late" ? "too-late" : "store-down";
  return { ...state, report: refuse(state.report, why), block: refuse(state.block, why) };
}

function unanswered<S>(saving: Saving<S>, now: number): Saving<S> {
  return saving.kind === "sending" && now >= saving.by
    ? { kind: "refused", why: "no-answer", message: saving.message }
    : saving;
}

function sending(message: ClientMessage, now: number) {
  return { kind: "sending", message, by: now + ANSWER_WITHIN_MS } as const;
}

function isOnItsWay(saving: Saving<unknown>): boolean {
  return saving.kind === "sending" || saving.kind === "stored";
}
