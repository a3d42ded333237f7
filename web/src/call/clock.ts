import type { Grant } from "../protocol/messages";
import type { CallState, Live, RoundClock } from "./state";

/** When the last ten seconds begin, in milliseconds before the end. */
export const FELT_MS = 10_000;

/** How long after the service's own deadlines this page waits before acting alone, in milliseconds. */
export const GRACE_MS = 5_000;

/** How long the clock of a round may stand, all in all, whatever the service says; in milliseconds. */
export const LONGEST_PAUSE_MS = 60_000;

/** How long *again?* stands when the service says nothing, in milliseconds. */
export const ANSWER_MS = 20_000;

/** How long a session is granted, in milliseconds; nothing if its end comes first. */
export function lengthOf({ startsAt, endsAt }: Grant): number {
  return Math.max(0, endsAt - startsAt) * 1000;
}

/** What a round is counted by. */
export type RoundTime = Pick<Live, "length" | "endsAtLatest" | "clock">;

/**
 * A round that begins now: with what the service says remains, but no more than the contract's limit, and the length
 * that was granted.
 *
 * @param now monotonic milliseconds
 */
export function beginRound(now: number, remainingMillis: number, limitMillis: number): RoundTime {
  const length = Math.min(remainingMillis, limitMillis);
  return {
    length,
    endsAtLatest: now + length + LONGEST_PAUSE_MS,
    clock: { kind: "running", endsAt: now + length },
  };
}

/** The clock stands, as the service says; but no longer than this page permits. */
export function stand(
  { length, endsAtLatest }: RoundTime,
  now: number,
  remainingMillis: number,
  pauseLeftMillis: number,
): RoundClock {
  const left = Math.max(0, Math.min(remainingMillis, length, endsAtLatest - now));
  return { kind: "standing", left, until: Math.min(now + pauseLeftMillis, endsAtLatest - left) };
}

/** The clock runs, with so much left as the service says; but no longer than this page permits. */
export function run(
  { length, endsAtLatest }: RoundTime,
  now: number,
  remainingMillis: number,
): RoundClock {
  const endsAt = Math.min(now + Math.min(remainingMillis, length), endsAtLatest);
  return { kind: "running", endsAt };
}

/** The clock as it is now: one that has stood for long enough runs by itself. */
export function clockAt(clock: RoundClock, now: number): RoundClock {
  return clock.kind === "standing" && now >= clock.until
    ? { kind: "running", endsAt: clock.until + clock.left }
    : clock;
}

/** Milliseconds left, never below zero. */
export function remaining({ clock }: Pick<RoundTime, "clock">, now: number): number {
  const present = clockAt(clock, now);
  return present.kind === "standing" ? present.left : Math.max(0, present.endsAt - now);
}

/** The part of the round that is left, 1 to 0. */
export function fractionLeft(round: RoundTime, now: number): number {
  return round.length <= 0 ? 0 : Math.min(1, remaining(round, now) / round.length);
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
      return state.clock.kind === "standing"
        ? state.clock.until
        : state.clock.endsAt - (state.warned ? 0 : FELT_MS);
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
