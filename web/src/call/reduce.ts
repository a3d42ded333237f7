import type { Wish } from "../protocol/messages";
import type { Interception } from "../verification/Verification";
import { ANSWER_MS, clockAt, FELT_MS, remaining } from "./clock";
import { onMessage } from "./onMessage";
import { AT_REST, isCalled } from "./state";
import type { CallState, Command, HangUpReason, Live, Step, Waiting } from "./state";
import type { ServerMessage } from "../protocol/messages";

export type CallEvent =
  | { readonly type: "meet"; readonly wish: Wish }
  /** From waiting back to the lobby. */
  | { readonly type: "cancel" }
  /** A call of a contact, or to one, is accepted: the service is about to match the two. */
  | { readonly type: "expect"; readonly wish: Wish }
  /** It does not, after all. */
  | { readonly type: "unexpect" }
  | { readonly type: "next" }
  | { readonly type: "leave" }
  | { readonly type: "answer"; readonly yes: boolean }
  /** From the end back to the lobby. */
  | { readonly type: "done" }
  | { readonly type: "message"; readonly message: ServerMessage }
  /** Their first frame has been decoded here, or they arrive again after `stalled`. */
  | { readonly type: "decoded" }
  /** Neither picture nor sound of them comes any more. */
  | { readonly type: "stalled" }
  /** The media path is gone and did not come back. */
  | { readonly type: "peer-lost" }
  /** The contract, or the signature itself, says that the session of this name was not granted. */
  | { readonly type: "grant-refused"; readonly sessionId: string }
  /** Somebody may be in the middle. */
  | { readonly type: "intercepted"; readonly reason: Interception }
  /** The socket is gone; the line may go on with another one. */
  | { readonly type: "socket-lost" }
  | { readonly type: "signed-out" }
  /** The deadline of `deadlineOf` has come. */
  | { readonly type: "tick" };

export interface Context {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** SESSION_LIMIT as this page read it from the contract, in milliseconds. */
  readonly chainLimitMillis: number;
  /** Whether what is said now reaches the service, at once or when the line goes on; if not, joining waits for the next `welcome`. */
  readonly online: boolean;
}

/** The whole life of an encounter as one pure function: what the state becomes, and what is to be done about it. */
export function reduce(state: CallState, event: CallEvent, context: Context): Step {
  switch (event.type) {
    case "meet":
      return state.phase === "idle" || state.phase === "ended"
        ? wait(event.wish, null, context.online ? [join(event.wish)] : [])
        : stay(state);
    case "cancel":
      return state.phase === "waiting"
        ? { state: AT_REST, commands: [{ do: "send", message: { type: "leave" } }] }
        : stay(state);
    case "expect":
      return isTogether(state) ? stay(state) : wait(event.wish, "called", []);
    case "unexpect":
      return isCalled(state) ? { state: AT_REST, commands: [] } : stay(state);
    case "next":
      return next(state, context);
    case "leave":
      return leave(state);
    case "answer":
      return answer(state, event.yes);
    case "done":
      return state.phase === "ended" ? { state: AT_REST, commands: [] } : stay(state);
    case "message":
      return onMessage(state, event.message, context);
    case "decoded":
      return seen(state, true);
    case "stalled":
      return seen(state, false);
    case "peer-lost":
      return peerLost(state);
    case "grant-refused":
      return grantRefused(state, event.sessionId);
    case "intercepted":
      return isTogether(state) ? hangUp(state.wish, event.reason) : stay(state);
    case "socket-lost":
      // An encounter goes on meanwhile; and whatever is said to the service is kept for it.
      return stay(state.phase === "waiting" ? { ...state, others: null } : state);
    case "signed-out":
      return { state: AT_REST, commands: isTogether(state) ? [{ do: "close-peer" }] : [] };
    case "tick":
      return tick(state, context);
    default:
      return event satisfies never;
  }
}

type Together = Extract<CallState, { match: unknown }>;

function isTogether(state: CallState): state is Together {
  return state.phase === "connecting" || state.phase === "live" || state.phase === "asking";
}

function stay(state: CallState): Step {
  return { state, commands: [] };
}

function join(wish: Wish): Command {
  return { do: "send", message: { type: "join", ...wish } };
}

function wait(wish: Wish, after: Waiting["after"], commands: readonly Command[]): Step {
  return { state: { phase: "waiting", wish, others: null, widened: false, after }, commands };
}

function next(state: CallState, context: Context): Step {
  if (!isTogether(state)) return stay(state);
  if (state.match.called === true) return leave(state);
  if (state.phase !== "connecting" && state.reviving) {
    // Whether the service knows the encounter again is not known here: this does for both.
    const away: Command = { do: "send", message: { type: "leave" } };
    return wait(state.wish, "next", [{ do: "close-peer" }, away, join(state.wish)]);
  }
  const known = state.phase !== "live" || state.served;
  const word: readonly Command[] = known
    ? [{ do: "send", message: { type: "next", encounter: state.match.encounter } }]
    : context.online
      ? [join(state.wish)]
      : [];
  return wait(state.wish, "next", [{ do: "close-peer" }, ...word]);
}

function leave(state: CallState): Step {
  if (!isTogether(state)) return stay(state);
  return {
    state: AT_REST,
    commands: [{ do: "close-peer" }, { do: "send", message: { type: "leave" } }],
  };
}

function answer(state: CallState, yes: boolean): Step {
  if (state.phase !== "asking" || state.answer !== null) return stay(state);
  const { encounter } = state.match;
  return {
    state: { ...state, answer: yes ? "yes" : "no" },
    commands: state.confirmed ? [{ do: "send", message: { type: "again", encounter, yes } }] : [],
  };
}

/** Whether they are seen is the service's business while the two connect, and while it keeps the clock of a round. */
function seen(state: CallState, decoded: boolean): Step {
  const { encounter } = "match" in state ? state.match : { encounter: "" };
  const word: readonly Command[] = [
    { do: "send", message: { type: decoded ? "decoded" : "stalled", encounter } },
  ];
  switch (state.phase) {
    case "connecting":
      return state.decoded === decoded
        ? stay(state)
        : { state: { ...state, decoded }, commands: word };
    case "live":
      return state.stalled === !decoded
        ? stay(state)
        : { state: { ...state, stalled: !decoded }, commands: state.served ? word : [] };
    case "asking":
    case "idle":
    case "waiting":
    case "ended":
      return stay(state);
    default:
      return state satisfies never;
  }
}

function peerLost(state: CallState): Step {
  // While connecting, the service's own deadline puts both back to the front of the queue.
  if (state.phase !== "live" && state.phase !== "asking") return stay(state);
  return hangUp(state.wish, "connection-lost");
}

function hangUp(wish: Wish, reason: HangUpReason): Step {
  return {
    state: { phase: "ended", reason, wish },
    commands: [
      { do: "close-peer" },
      { do: "send", message: { type: "leave" } },
      { do: "play", sound: "ended" },
    ],
  };
}

function grantRefused(state: CallState, sessionId: string): Step {
  if (state.phase !== "live" || state.sessionId !== sessionId) return stay(state);
  return hangUp(state.wish, "grant-refused");
}

function tick(state: CallState, { now }: Context): Step {
  switch (state.phase) {
    case "connecting":
      if (now < state.giveUpAt) return stay(state);
      return {
        state: { phase: "ended", reason: "failed", wish: state.wish },
        commands: [{ do: "close-peer" }, { do: "send", message: { type: "leave" } }],
      };
    case "live":
      return liveTick(state, now);
    case "asking":
      return now < state.answerBy ? stay(state) : unanswered(state);
    case "idle":
    case "waiting":
    case "ended":
      return stay(state);
    default:
      return state satisfies never;
  }
}

function liveTick(live: Live, now: number): Step {
  const state = { ...live, clock: clockAt(live.clock, now) };
  const left = remaining(state, now);
  if (left > 0) {
    return state.warned || state.clock.kind === "standing" || left > FELT_MS
      ? stay(state)
      : { state: { ...state, warned: true }, commands: [{ do: "play", sound: "ten-left" }] };
  }
  if (!state.served) {
    return {
      state: { phase: "ended", reason: "limit", wish: state.wish },
      commands: [{ do: "close-peer" }, { do: "play", sound: "ended" }],
    };
  }
  // The limit is the contract's. It holds here whether or not the service says so.
  const { wish, match, peerAway, round, ticket, reviving } = state;
  const answerBy = now + ANSWER_MS;
  const question = { answer: null, confirmed: false, answerBy };
  return {
    state: { phase: "asking", wish, match, peerAway, round, ticket, reviving, ...question },
    commands: [{ do: "hush" }, { do: "play", sound: "ended" }],
  };
}

function unanswered(state: Extract<CallState, { phase: "asking" }>): Step {
  return {
    state: {
      phase: "ended",
      reason: state.confirmed ? "unanswered" : "limit",
      wish: state.wish,
    },
    commands: [{ do: "close-peer" }, { do: "send", message: { type: "leave" } }],
  };
}
