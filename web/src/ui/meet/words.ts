import type { CallState, Ended, Notice } from "../../call/state";

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** A session limit as one says it: "five minutes", "15 seconds". */
export function duration(seconds: number): string {
  const whole = seconds >= 60 && seconds % 60 === 0;
  const amount = whole ? seconds / 60 : seconds;
  const unit = whole ? "minute" : "second";
  return `${NUMBERS[amount] ?? String(amount)} ${unit}${amount === 1 ? "" : "s"}`;
}

/** How many others are waiting. */
export function othersWaiting(others: number | null): string {
  if (others === null) return "Opening the door…";
  if (others === 0) return "Nobody else is waiting yet. Stay a moment.";
  return others === 1 ? "1 other waiting" : `${others} others waiting`;
}

export interface Saying {
  readonly title: string;
  readonly text: string;
}

/** Why an encounter is over, in words for the one who stayed. */
export function endedSaying(reason: Ended["reason"]): Saying {
  switch (reason) {
    case "limit":
      return {
        title: "That was your time",
        text: "Everyone gets the same. There is always another corner.",
      };
    case "next":
    case "left":
      return { title: "You moved on", text: "Somebody else is around the corner." };
    case "failed":
      return {
        title: "You two could not connect",
        text: "A network in between would not let the picture through. It was nobody’s fault, and it cost you nothing.",
      };
    case "peer-next":
      return {
        title: "They moved on",
        text: "It happens on every street. Somebody else is around the corner.",
      };
    case "peer-left":
      return { title: "They said goodbye", text: "They have left for now." };
    case "peer-lost":
    case "connection-lost":
      return {
        title: "The connection broke",
        text: "Their line or yours went quiet and did not come back.",
      };
    case "grant-refused":
      return {
        title: "Your page hung up",
        text: "What this service signed for your time together does not hold on the chain. Try again; if it happens twice, tell whoever runs it.",
      };
    case "declined":
      return {
        title: "It stays at once",
        text: "One of you would rather leave it there. That was a whole encounter.",
      };
    case "unanswered":
      return { title: "No answer came", text: "Without two yeses it stays at once." };
    case "signed-out":
      return { title: "You are signed out", text: "Sign in again to meet someone." };
    case "going-away":
      return { title: "Passerby is restarting", text: "It will be back in a few seconds." };
    default:
      return reason satisfies never;
  }
}

/** Why *Meet* did not work, what to do about it. */
export function noticeSaying(notice: Notice): Saying {
  switch (notice) {
    case "entitlement-required":
      return {
        title: "Meeting needs a stake or a pass",
        text: "Yours is not active now. Add one on the page of passes, then come back.",
      };
    case "chain-unavailable":
      return {
        title: "The chain cannot be read right now",
        text: "Without it nobody can tell who may meet. Try again in a minute.",
      };
    case "in-encounter-elsewhere":
      return {
        title: "You are already meeting someone",
        text: "Another window of yours is waiting or in an encounter. Leave there first.",
      };
    case "too-fast":
      return { title: "That was a little fast", text: "Take a breath and try again." };
    case "refused":
      return {
        title: "That did not work",
        text: "Change what you wrote about yourself and try again.",
      };
    default:
      return notice satisfies never;
  }
}

/** What a screen reader is told as an encounter goes on. */
export function announcement(state: CallState, limitSeconds: number): string {
  switch (state.phase) {
    case "idle":
      return "";
    case "waiting":
      return state.after === "failed"
        ? "You two could not connect. Looking for someone else."
        : "Looking for someone.";
    case "connecting":
      return "Found someone. Connecting you.";
    case "live":
      if (state.warned) return "Ten seconds left.";
      return state.round === 1
        ? `You can see each other now. You have ${duration(limitSeconds)}.`
        : `Both of you said yes. Another ${duration(limitSeconds)}.`;
    case "asking":
      return state.answer === "yes"
        ? "You said yes. Waiting for their answer."
        : "Time is up. Again?";
    case "ended":
      return `${endedSaying(state.reason).title}. ${endedSaying(state.reason).text}`;
    default:
      return state satisfies never;
  }
}
