import type {
  CallOutcome,
  ClientMessage,
  ErrorCode,
  RendezvousId,
  ServerMessage,
} from "../protocol/messages";

/** How a call ended without an encounter: as the service says, or `lost` with the line. */
export type CallEnd = CallOutcome | "other" | "lost";

/** Where this page is in a call; contacts by the id of their entry. */
export type CallState =
  | { readonly kind: "none" }
  | {
      readonly kind: "calling";
      readonly contact: string;
      /** Where it is meant to ring. */
      readonly id: RendezvousId;
      /** The service's name of it, once it rings. */
      readonly call: string | null;
      /** Why the service is about to refuse it. */
      readonly because: ErrorCode | "other" | null;
    }
  /** Taken back, and the service has not confirmed it: it may have been accepted at the same moment. */
  | {
      readonly kind: "withdrawn";
      readonly contact: string;
      readonly id: RendezvousId;
      readonly call: string | null;
    }
  | { readonly kind: "ringing"; readonly contact: string; readonly call: string }
  /** This person has said yes; the service has not. */
  | { readonly kind: "accepting"; readonly contact: string; readonly call: string }
  /** Both want it: an encounter begins, or goes on. */
  | { readonly kind: "met"; readonly contact: string; readonly call: string }
  | {
      readonly kind: "over";
      readonly contact: string;
      readonly how: CallEnd;
      /** Whether this person had called. */
      readonly own: boolean;
      readonly because: ErrorCode | "other" | null;
    };

export const NO_CALL: CallState = { kind: "none" };

/** What a message of the service makes of it; the identical state if nothing. */
export function afterMessage(
  state: CallState,
  message: ServerMessage,
  callerAt: (id: RendezvousId) => string | null,
): CallState {
  // A line that knows nothing of a call has none.
  if (message.type === "welcome") return lost(state);
  if (message.type === "calling") return named(state, message.call, message.id);
  if (message.type === "ringing") return ringing(state, message.call, callerAt(message.id));
  if (message.type === "accepted") return accepted(state, message.call);
  if (message.type === "call-ended") return ended(state, message.call, message.outcome);
  if (message.type === "error") return refused(state, message.code);
  return message.type === "cooldown" ? refused(state, "other") : state;
}

/** What the service is to be told of a call that nobody here waits for, or an encounter that nobody here wants, any more. */
export function unwanted(after: CallState, message: ServerMessage): ClientMessage | null {
  const isOf = (call: string) => "call" in after && after.call === call;
  if (message.type === "calling" && !(after.kind === "calling" && isOf(message.call)))
    return { type: "cancel", call: message.call };
  if (message.type === "accepted" && !(after.kind === "met" && isOf(message.call)))
    return { type: "leave" };
  return null;
}

function named(state: CallState, call: string, id: RendezvousId): CallState {
  const waits = state.kind === "calling" || state.kind === "withdrawn";
  return waits && state.call === null && state.id === id ? { ...state, call } : state;
}

function ringing(state: CallState, call: string, contact: string | null): CallState {
  const free = state.kind === "none" || state.kind === "over";
  return free && contact !== null ? { kind: "ringing", contact, call } : state;
}

function lost(state: CallState): CallState {
  switch (state.kind) {
    case "calling":
      return { ...state, kind: "over", how: "lost", own: true };
    case "ringing":
    case "accepting":
      return { kind: "over", contact: state.contact, how: "lost", own: false, because: null };
    case "withdrawn":
      return NO_CALL;
    case "none":
    case "met":
    case "over":
      return state;
    default:
      return state satisfies never;
  }
}

function accepted(state: CallState, call: string): CallState {
  switch (state.kind) {
    case "calling":
    case "ringing":
    case "accepting":
      // Who calls somebody whose call is on its way has said yes to that one, whatever it is called.
      return state.call === null || state.call === call
        ? { kind: "met", contact: state.contact, call }
        : state;
    case "withdrawn":
      return NO_CALL;
    case "none":
    case "met":
    case "over":
      return state;
    default:
      return state satisfies never;
  }
}

function ended(state: CallState, call: string, how: CallOutcome | "other"): CallState {
  switch (state.kind) {
    case "calling":
      if (state.call !== call) return state;
      return { ...state, kind: "over", how, own: true };
    case "ringing":
    case "accepting":
    case "met": {
      if (state.call !== call) return state;
      // Said on another page of this person's.
      if (how === "answered-elsewhere" || how === "declined") return NO_CALL;
      return { kind: "over", contact: state.contact, how, own: false, because: null };
    }
    case "withdrawn":
      return state.call === null || state.call === call ? NO_CALL : state;
    case "none":
    case "over":
      return state;
    default:
      return state satisfies never;
  }
}

/** An error before `call-ended` says why; one in place of `calling`, or of the end, is the end itself. */
function refused(state: CallState, code: ErrorCode | "other"): CallState {
  const unheard = code === "wrong-state" || code === "rate-limited";
  if (state.kind === "withdrawn")
    return (state.call === null ? unheard : code === "call-unknown") ? NO_CALL : state;
  if (state.kind === "accepting" && code === "call-unknown")
    return { kind: "over", contact: state.contact, how: "cancelled", own: false, because: null };
  if (state.kind !== "calling") return state;
  if (state.call !== null) return { ...state, because: code };
  return unheard
    ? { ...state, kind: "over", how: "refused", own: true, because: code }
    : { ...state, because: code };
}
