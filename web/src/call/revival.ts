import type { ServerMessage } from "../protocol/messages";
import type { Context } from "./reduce";
import type { Asking, CallState, Live, Step } from "./state";

type Of<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

/**
 * The service has been started anew and knows nothing of this round: shows it the ticket. The two go on meanwhile, since
 * what they say to each other does not pass the service.
 */
export function revive(state: Live | Asking, ticket: string): Step {
  const { wish } = state;
  const asked = { ...state, reviving: true };
  return {
    // An answer that was said to the service before is said again when it asks again.
    state: asked.phase === "asking" ? { ...asked, confirmed: false } : asked,
    commands: [{ do: "send", message: { type: "revive", ticket, ...wish } }],
  };
}

/** Both are back: the service knows the round again, and its end holds. */
export function revived(
  state: CallState,
  { remainingMillis, revival }: Of<"revived">,
  { now }: Context,
): Step {
  const back = { ticket: revival, reviving: false, peerAway: false };
  switch (state.phase) {
    case "live":
      return {
        state: {
          ...state,
          ...back,
          served: true,
          endsAt: Math.min(state.endsAt, now + remainingMillis),
        },
        commands: [{ do: "say-again" }],
      };
    case "asking":
      return { state: { ...state, ...back }, commands: [] };
    case "idle":
    case "waiting":
    case "connecting":
    case "ended":
      return { state, commands: [] };
    default:
      return state satisfies never;
  }
}

/** The service does not know this round and will not again: the two finish it by themselves. */
export function forgotten(state: Live | Asking): Step {
  const { wish } = state;
  return state.phase === "live"
    ? { state: { ...state, served: false, reviving: false, ticket: null }, commands: [] }
    : { state: { phase: "ended", reason: "limit", wish }, commands: [{ do: "close-peer" }] };
}

/** Whether this answers a ticket, with no. */
export function isNoRevival(code: Of<"error">["code"]): boolean {
  return code === "revival-unknown" || code === "in-encounter-elsewhere";
}
