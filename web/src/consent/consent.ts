import type { Body } from "../channel/Control";

/** What somebody is asked for, and the control channel's topic for it: who may be recorded may not be streamed yet. */
export type Topic = "recording" | "streaming";

/** What the other has answered to this person's question, whether they may be recorded, say. */
export type Answer =
  | "unasked"
  /** Nothing has come back yet, not even that there is somebody to be asked. */
  | "asking"
  /** Their page has put the question to them. */
  | "pending"
  | "given"
  | "refused"
  | "taken-back"
  /** Their page cannot put the question to anybody now. */
  | "unable"
  /** Their page has not answered: it may know of no such question. */
  | "silent";

/** What has come of this person's question: see {@link outcomeOf}. */
export type Outcome = "open" | "none" | Extract<Answer, "given" | "refused" | "unable" | "silent">;

/** What has become of the other's question to this person. */
export type Request = "nothing" | "asked" | "given" | "refused" | "taken-back";

/**
 * Who may record (or stream) whom, as one of the two pages knows it. Each direction is a question of its own, and every question has
 * a number (*turn*) of the asker's, so that an answer to an earlier one is not taken for an answer to this one.
 */
export interface Consent {
  /** This person's question to the other. */
  readonly mine: { readonly turn: number; readonly answer: Answer };
  /** The other's question to this person. */
  readonly theirs: { readonly turn: number; readonly request: Request };
}

/** What one page says to the other: the first two as the one that asks, the others as the one that is asked. */
export interface Word {
  readonly say: (typeof SAYINGS)[number];
  readonly turn: number;
}

const SAYINGS = [
  "ask",
  /** What was asked for is over, or the question is withdrawn. */
  "end",
  "pending",
  "unable",
  "give",
  "refuse",
  "take-back",
] as const;

export type ConsentEvent =
  /** This person asks the other. */
  | { readonly type: "ask" }
  /** This person does no more what they have asked for, or does not want to any longer. */
  | { readonly type: "end" }
  /** The other's page has had time enough to say that it asks. */
  | { readonly type: "waited" }
  | { readonly type: "give" }
  | { readonly type: "refuse" }
  | { readonly type: "take-back" }
  /** The round is over, and with it every question and every yes. */
  | { readonly type: "over" }
  /** @property able whether this page can put a question to its person now */
  | { readonly type: "heard"; readonly word: Word; readonly able: boolean };

interface Step {
  readonly consent: Consent;
  readonly say: Word | null;
}

export const NOBODY_ASKED: Consent = {
  mine: { turn: 0, answer: "unasked" },
  theirs: { turn: 0, request: "nothing" },
};

/** Reads what the other page says; null when it is not that. */
export function readWord({ say, turn }: Body): Word | null {
  const saying = SAYINGS.find((each) => each === say);
  if (saying === undefined || !Number.isSafeInteger(turn) || (turn as number) < 1) return null;
  return { say: saying, turn: turn as number };
}

/** What becomes of a consent, and what is to be said about it. Nothing but a yes to the last question is a consent. */
export function consentAfter(before: Consent, event: ConsentEvent): Step {
  const { mine, theirs } = before;
  switch (event.type) {
    case "ask":
      if (isOpen(mine.answer)) return still(before);
      return answered(before, mine.turn + 1, "asking", "ask");
    case "end":
      if (mine.answer === "unasked") return still(before);
      return answered(before, mine.turn, "unasked", "end");
    case "waited":
      // Whoever answers only now is told that there is no question any more.
      return mine.answer === "asking"
        ? answered(before, mine.turn, "silent", "end")
        : still(before);
    case "give":
      return theirs.request === "asked" ? requested(before, "given", "give") : still(before);
    case "refuse":
      return theirs.request === "asked" ? requested(before, "refused", "refuse") : still(before);
    case "take-back":
      return theirs.request === "given"
        ? requested(before, "taken-back", "take-back")
        : still(before);
    case "over":
      return {
        consent: {
          mine: { turn: mine.turn, answer: "unasked" },
          theirs: { turn: theirs.turn, request: "nothing" },
        },
        say: isOpen(mine.answer) ? { say: "end", turn: mine.turn } : null,
      };
    case "heard":
      return heard(before, event.word, event.able);
    default:
      return event satisfies never;
  }
}

/** Whether the other agrees now. */
export function isGiven({ mine }: Consent): boolean {
  return mine.answer === "given";
}

/**
 * What has come of this person's question, for whoever waits for it: it is *open* until somebody has answered, or nobody
 * will; *none* when it was withdrawn, or what was given is taken back.
 */
export function outcomeOf({ mine: { answer } }: Consent): Outcome {
  switch (answer) {
    case "asking":
    case "pending":
      return "open";
    case "unasked":
    case "taken-back":
      return "none";
    case "given":
    case "refused":
    case "unable":
    case "silent":
      return answer;
    default:
      return answer satisfies never;
  }
}

/** Whether the question stands, or was answered with yes. */
function isOpen(answer: Answer): boolean {
  return answer === "asking" || answer === "pending" || answer === "given";
}

function heard(before: Consent, word: Word, able: boolean): Step {
  const { mine, theirs } = before;
  const { turn } = word;
  const mineIsMeant = turn === mine.turn && isOpen(mine.answer);
  switch (word.say) {
    case "ask":
      if (turn <= theirs.turn) return still(before);
      return {
        consent: { mine, theirs: { turn, request: able ? "asked" : "nothing" } },
        say: { say: able ? "pending" : "unable", turn },
      };
    case "end":
      return turn === theirs.turn
        ? { consent: { mine, theirs: { turn, request: "nothing" } }, say: null }
        : still(before);
    case "pending":
      return mineIsMeant && mine.answer === "asking"
        ? answered(before, turn, "pending")
        : still(before);
    case "unable":
      return mineIsMeant ? answered(before, turn, "unable") : still(before);
    case "give":
      return mineIsMeant ? answered(before, turn, "given") : still(before);
    case "refuse":
      return mineIsMeant ? answered(before, turn, "refused") : still(before);
    case "take-back":
      return mineIsMeant ? answered(before, turn, "taken-back") : still(before);
    default:
      return word.say satisfies never;
  }
}

function still(consent: Consent): Step {
  return { consent, say: null };
}

function answered({ theirs }: Consent, turn: number, answer: Answer, say?: Word["say"]): Step {
  return {
    consent: { mine: { turn, answer }, theirs },
    say: say === undefined ? null : { say, turn },
  };
}

function requested({ mine, theirs }: Consent, request: Request, say: Word["say"]): Step {
  const { turn } = theirs;
  return { consent: { mine, theirs: { turn, request } }, say: { say, turn } };
}
