import type { Theirs } from "../../call/Meeting";
import type { Connecting, Live } from "../../call/state";
import type { SignalingState } from "../../signaling/SignalingClient";

/** What keeps the two from each other. */
export type PathTrouble =
  /** The path is down, and what came last is still on its way. */
  | "weak"
  /** Nothing of them comes, and the clock runs all the same. */
  | "stalled"
  /** Nothing of them comes, and the clock stands. */
  | "waiting"
  /** They say that nothing of this person comes, and the clock stands. */
  | "unseen";

/** What keeps one of the two from the service. */
export type LineTrouble =
  | "line"
  | "restarting"
  /** It has forgotten the two. */
  | "unserved"
  /** The other is away; the two see each other. */
  | "away"
  /** The other is away, and nothing of them comes. */
  | "gone";

/** What is wrong between the two, the worst of it; null for nothing. */
export function pathTrouble(
  { clock, stalled }: Pick<Live, "clock" | "stalled">,
  { connection }: Pick<Theirs, "connection">,
): PathTrouble | null {
  if (clock.kind === "standing") return stalled ? "waiting" : "unseen";
  if (stalled) return "stalled";
  return connection === "weak" ? "weak" : null;
}

/** What is wrong with the lines to the service; one's own first, without which nothing is known of the other's. */
export function lineTrouble(
  state:
    | Pick<Connecting, "phase" | "peerAway">
    | Pick<Live, "phase" | "peerAway" | "served" | "stalled">,
  signaling: SignalingState,
): LineTrouble | null {
  if (signaling.kind === "lost") return signaling.closing === "restart" ? "restarting" : "line";
  if (state.phase === "live" && !state.served) return "unserved";
  if (!state.peerAway) return null;
  return state.phase === "live" && state.stalled ? "gone" : "away";
}
