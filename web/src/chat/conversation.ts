import type { Body } from "../channel/Control";
import { cleaned, LONGEST } from "./text";

export interface Message {
  readonly from: "me" | "them";
  /** Counts what this side has said, from 1. */
  readonly number: number;
  readonly text: string;
  /** When it was written, or came, by this device's clock: milliseconds since 1970. */
  readonly at: number;
  /** The other's page has it; always so for theirs. */
  readonly delivered: boolean;
}

/** What two people have written to each other in one encounter. */
export interface Conversation {
  /** In the order in which they came to be here; at most {@link KEPT}. */
  readonly messages: readonly Message[];
  /** How many messages this person has written. */
  readonly said: number;
  /** The other's page has everything up to this. */
  readonly acknowledged: number;
  /** Everything of theirs up to this is here. */
  readonly heard: number;
  /** How many of theirs nobody has looked at. */
  readonly unread: number;
}

/** Older messages than these are let go. */
export const KEPT = 500;
/** Messages that may wait for a path at the same time. */
export const MOST_WAITING = 100;

export const SILENCE: Conversation = {
  messages: [],
  said: 0,
  acknowledged: 0,
  heard: 0,
  unread: 0,
};

/** So much waits for a path that no more is taken. */
export function isFull({ said, acknowledged }: Conversation): boolean {
  return said - acknowledged >= MOST_WAITING;
}

/** Adds what this person has written; the same conversation when there is nothing to add, or no room for it. */
export function write(conversation: Conversation, text: string, at: number): Conversation {
  const clean = cleaned(text);
  if (clean === "" || clean.length > LONGEST || isFull(conversation)) return conversation;
  const number = conversation.said + 1;
  const message: Message = { from: "me", number, text: clean, at, delivered: false };
  return { ...conversation, said: number, messages: kept(conversation.messages, message) };
}

/** What is to be sent of what the other's page may not have, oldest first. */
export function waiting({ messages, acknowledged }: Conversation): readonly Message[] {
  return messages.filter(({ from, number }) => from === "me" && number > acknowledged);
}

export function toBody({ number, text }: Message): Body {
  return { say: number, text };
}

export interface Heard {
  readonly conversation: Conversation;
  /** To be sent back: everything up to this is here. */
  readonly acknowledge: number | null;
  /** What is new; null for what has come before, too early, or makes no sense. */
  readonly message: Message | null;
}

/**
 * Takes in what the other says. A number that has come before is acknowledged again and shown no second time: whoever
 * lost a path repeats what was not acknowledged on it. A number that leaves one out is passed over, so that nothing is
 * ever acknowledged that is not here.
 *
 * @param at milliseconds since 1970
 * @param attended somebody is looking
 */
export function hear(
  conversation: Conversation,
  { say, text }: Body,
  at: number,
  attended: boolean,
): Heard {
  const { heard } = conversation;
  const nothing: Heard = { conversation, acknowledge: null, message: null };
  if (typeof say !== "number" || !Number.isSafeInteger(say) || say < 1) return nothing;
  if (say <= heard) return { ...nothing, acknowledge: heard };
  if (say > heard + 1 || typeof text !== "string" || text.length > LONGEST) return nothing;
  const clean = cleaned(text);
  if (clean === "") return nothing;
  const message: Message = { from: "them", number: say, text: clean, at, delivered: true };
  const messages = kept(conversation.messages, message);
  const unread = attended ? 0 : conversation.unread + 1;
  return {
    conversation: { ...conversation, heard: say, messages, unread },
    acknowledge: say,
    message,
  };
}

/** The other's page has everything up to this number; what it cannot have is passed over. */
export function acknowledge(conversation: Conversation, upTo: unknown): Conversation {
  const { said, acknowledged } = conversation;
  if (typeof upTo !== "number" || !Number.isSafeInteger(upTo)) return conversation;
  if (upTo <= acknowledged || upTo > said) return conversation;
  return {
    ...conversation,
    acknowledged: upTo,
    messages: conversation.messages.map((message) =>
      message.from === "me" && message.number <= upTo && !message.delivered
        ? { ...message, delivered: true }
        : message,
    ),
  };
}

/** Somebody looks at it. */
export function read(conversation: Conversation): Conversation {
  return conversation.unread === 0 ? conversation : { ...conversation, unread: 0 };
}

/** The oldest goes, but never what is still to be sent: there are far fewer of those than are kept. */
function kept(messages: readonly Message[], message: Message): readonly Message[] {
  const all = [...messages, message];
  if (all.length > KEPT)
    all.splice(
      all.findIndex(({ delivered }) => delivered),
      1,
    );
  return all;
}
