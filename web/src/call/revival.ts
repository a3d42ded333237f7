import type { ServerMessage } from "../protocol/messages";
import { remaining, run } from "./clock";
import type { Context } from "./reduce";
import type { Asking, CallState, Command, Live, Step } from "./state";

type Of<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

/**
 * The service has been started anew and knows nothing of this round: shows it the ticket. The two go on meanwhile, since
 * what they say to each other does not pass the service.
 */
export function revive(state: Live | Asking, ticket: string, now: number): Step {
  const { wish } = state;
  return {
    state:
      state.phase === "live"
        ? { ...runningOn(state, now), reviving: true }
        : // An answer that was said to the service before is said again when it asks again.
          { ...state, confirmed: false, reviving: true },
    commands: [{ do: "send", message: { type: "revive", ticket, ...wish } }],
  };
}

/** Both are back: the service knows the round again, and its end holds. */
export function revived(
  state: CallState,
  { encounter, remainingMillis, revival }: Of<"revived">,
  { now }: Context,
): Step {
  const back = { ticket: revival, reviving: false, peerAway: false };
  switch (state.phase) {
    case "live": {
      const left = Math.min(remainingMillis, remaining(state, now));
      // It does not know that the path to the other is down.
      const word: readonly Command[] = state.stalled
        ? [{ do: "send", message: { type: "stalled", encounter } }]
        : [];
      return {
        state: { ...state, ...back, served: true, clock: run(state, now, left) },
        commands: [{ do: "say-again" }, ...word],
      };
    }
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
export function forgotten(state: Live | Asking, now: number): Step {
  const { wish } = state;
  return state.phase === "live"
    ? {
        state: { ...runningOn(state, now), served: false, reviving: false, ticket: null },
        commands: [],
      }
    : { state: { phase: "ended", reason: "limit", wish }, commands: [{ do: "close-peer" }] };
}

/** Nobody stops the clock any more. */
function runningOn(live: Live, now: number): Live {
  return { ...live, clock: run(live, now, remaining(live, now)) };
}

/** Whether this answers a ticket, with no. */
export function isNoRevival(code: Of<"error">["code"]): boolean {
  return code === "revival-unknown" || code === "in-encounter-elsewhere";
}
