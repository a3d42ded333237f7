import type { Grant } from "../protocol/messages";
import type { CallState, Live } from "./state";

/** When the last ten seconds begin, in milliseconds before the end. */
export const FELT_MS = 10_000;

/** How long after the service's own deadlines this page waits before acting alone, in milliseconds. */
export const GRACE_MS = 5_000;

/** How long *again?* stands when the service says nothing, in milliseconds. */
export const ANSWER_MS = 20_000;

/**
 * The end of a round on this page's monotonic clock: what the service says remains, but never later than
 * the contract's limit, and the length that was granted, after the round began here.
 *
 * @param startedAt when the round began here, monotonic milliseconds
 * @param now       when the service spoke, monotonic milliseconds
 */
export function endOfRound(
  startedAt: number,
  now: number,
  remainingMillis: number,
  limitMillis: number,
): number {
  return Math.min(now + remainingMillis, startedAt + limitMillis);
}

/** How long a session is granted, in milliseconds; nothing if its end comes first. */
export function lengthOf({ startsAt, endsAt }: Grant): number {
  return Math.max(0, endsAt - startsAt) * 1000;
}

/** Milliseconds left, never below zero. */
export function remaining(live: Live, now: number): number {
  return Math.max(0, live.endsAt - now);
}

/** The part of the round that is left, 1 to 0. */
export function fractionLeft(live: Live, now: number): number {
  const whole = live.endsAt - live.startedAt;
  return whole <= 0 ? 0 : Math.min(1, remaining(live, now) / whole);
}

/** "4:05"; rounded up, so that it reads 0:00 only when nothing is left. */
export function clockFace(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** When the reducer next wants a `tick`, in monotonic milliseconds; null for never. */
export function deadlineOf(state: CallState): number | null {
  switch (state.phase) {
    case "connecting":
      return state.giveUpAt;
    case "live":
      return state.warned ? state.endsAt : Math.max(state.startedAt, state.endsAt - FELT_MS);
    case "asking":
      return state.answerBy;
    case "idle":
    case "waiting":
    case "ended":
      return null;
    default:
      return state satisfies never;
  }
}
