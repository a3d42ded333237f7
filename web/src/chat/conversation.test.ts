import { describe, expect, it } from "vitest";
import {
  acknowledge,
  hear,
  isFull,
  KEPT,
  MOST_WAITING,
  read,
  SILENCE,
  toBody,
  waiting,
  write,
} from "./conversation";
import type { Conversation } from "./conversation";
import { LONGEST } from "./text";

const AT = Date.UTC(2026, 0, 1);

/** Takes in what the other says, one after the other. */
function heard(conversation: Conversation, ...bodies: Record<string, unknown>[]): Conversation {
  return bodies.reduce((before, body) => hear(before, body, AT, false).conversation, conversation);
}

function texts({ messages }: Conversation): readonly string[] {
  return messages.map(({ text }) => text);
}

describe("what this person writes", () => {
  it("waits, numbered, until the other's page has it", () => {
    const written = write(write(SILENCE, "one", AT), " two ", AT);
    expect(waiting(written).map(toBody)).toEqual([
      { say: 1, text: "one" },
      { say: 2, text: "two" },
    ]);
    const half = acknowledge(written, 1);
    expect(half.messages.map(({ delivered }) => delivered)).toEqual([true, false]);
    expect(waiting(half).map(toBody)).toEqual([{ say: 2, text: "two" }]);
    expect(waiting(acknowledge(half, 2))).toEqual([]);
  });

  it.each(["", "  \n", "\u200b", "x".repeat(LONGEST + 1)])("is nothing at all: %#", (text) =>
    expect(write(SILENCE, text, AT)).toBe(SILENCE),
  );

  it("is not taken while too much of it waits", () => {
    let conversation = SILENCE;
    for (let each = 0; each < MOST_WAITING; each++) {
      expect(isFull(conversation)).toBe(false);
      conversation = write(conversation, "hello?", AT);
    }
    expect(isFull(conversation)).toBe(true);
    expect(write(conversation, "hello?", AT)).toBe(conversation);
    expect(isFull(acknowledge(conversation, 1))).toBe(false);
  });

  it.each([0, -1, 3, 1.5, Number.NaN, "1", null, {}])(
    "is not delivered because the other claims %j",
    (upTo) => {
      const written = write(write(SILENCE, "one", AT), "two", AT);
      expect(acknowledge(written, upTo)).toBe(written);
    },
  );

  it("stays delivered, whatever the other claims later", () => {
    const delivered = acknowledge(write(write(SILENCE, "one", AT), "two", AT), 2);
    expect(acknowledge(delivered, 1)).toBe(delivered);
  });
});

describe("what the other writes", () => {
  it("is shown in order, counted until somebody looks, and acknowledged", () => {
    const first = hear(SILENCE, { say: 1, text: "hi" }, AT, false);
    expect(first.acknowledge).toBe(1);
    expect(first.message).toEqual({ from: "them", number: 1, text: "hi", at: AT, delivered: true });
    const second = hear(first.conversation, { say: 2, text: "there" }, AT, false);
    expect(second.conversation.unread).toBe(2);
    expect(texts(second.conversation)).toEqual(["hi", "there"]);
    expect(read(second.conversation).unread).toBe(0);
  });

  it("is read at once while somebody looks", () => {
    expect(hear(SILENCE, { say: 1, text: "hi" }, AT, true).conversation.unread).toBe(0);
  });

  it("is shown once, and acknowledged again, when it comes again", () => {
    const conversation = heard(SILENCE, { say: 1, text: "hi" }, { say: 2, text: "there" });
    const again = hear(conversation, { say: 1, text: "hi" }, AT, false);
    expect(again).toEqual({ conversation, acknowledge: 2, message: null });
  });

  it("is passed over when it leaves one out, so that nothing is acknowledged that is not here", () => {
    const conversation = heard(SILENCE, { say: 1, text: "hi" });
    const early = hear(conversation, { say: 3, text: "wait" }, AT, false);
    expect(early).toEqual({ conversation, acknowledge: null, message: null });
  });

  it.each([
    [{ say: 1 }],
    [{ say: 1, text: 5 }],
    [{ say: "1", text: "hi" }],
    [{ say: 0, text: "hi" }],
    [{ say: 1.5, text: "hi" }],
    [{ say: Number.MAX_SAFE_INTEGER + 1, text: "hi" }],
    [{ say: 1, text: "" }],
    [{ say: 1, text: "\u202e\u200b" }],
    [{ say: 1, text: "x".repeat(LONGEST + 1) }],
  ])("is passed over when it makes no sense: %j", (body) =>
    expect(hear(SILENCE, body, AT, false)).toEqual({
      conversation: SILENCE,
      acknowledge: null,
      message: null,
    }),
  );

  it("pushes out what is old, but never what is still to be sent", () => {
    let conversation = write(write(SILENCE, "mine, there", AT), "mine, not there", AT);
    conversation = acknowledge(conversation, 1);
    for (let say = 1; say <= 3 * KEPT; say++)
      conversation = heard(conversation, { say, text: `theirs ${say}` });
    expect(conversation.messages).toHaveLength(KEPT);
    expect(texts(conversation)).not.toContain("mine, there");
    expect(waiting(conversation).map(({ text }) => text)).toEqual(["mine, not there"]);
    expect(texts(conversation).at(-1)).toBe(`theirs ${3 * KEPT}`);
  });
});
