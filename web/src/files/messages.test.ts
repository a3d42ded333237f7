import { describe, expect, it } from "vitest";
import { labelOf, readFileMessage, readLabel, readWord, toBody } from "./messages";
import type { FileMessage } from "./messages";

const offer = { id: "a-1", name: "x.txt", size: 5, type: "text/plain" };

describe("what the pages say about files", () => {
  it.each<FileMessage>([
    { say: "offer", offer },
    { say: "withdraw", id: "a-1", why: "cancelled" },
    { say: "accept", id: "a-1" },
    { say: "decline", id: "a-1", why: "no-room" },
    { say: "reopen", id: "a-1", from: 262_144 },
    { say: "received", id: "a-1" },
  ])("is read as it was said: $say", (message) => {
    const overTheLine = JSON.parse(JSON.stringify(toBody(message))) as Record<string, unknown>;
    expect(readFileMessage(overTheLine)).toEqual(message);
  });

  it.each([
    ["another verb", { say: "shout", id: "a" }],
    ["no name for the transfer", { say: "accept" }],
    ["one that would not fit into a label", { say: "accept", id: "a@b" }],
    ["one that is too long", { say: "accept", id: "a".repeat(65) }],
    ["an offer without a size", { say: "offer", id: "a", name: "x" }],
    ["a size below nothing", { say: "offer", id: "a", name: "x", size: -1 }],
    ["half a byte", { say: "offer", id: "a", name: "x", size: 1.5 }],
    ["more bytes than can be counted", { say: "offer", id: "a", name: "x", size: 2 ** 53 }],
    ["a name that is none", { say: "offer", id: "a", name: 7, size: 1 }],
    ["a name without an end", { say: "offer", id: "a", name: "x".repeat(2_000), size: 1 }],
    ["a place that is none", { say: "reopen", id: "a", from: "0" }],
  ])("is passed over with %s", (_what, body) => expect(readFileMessage(body)).toBeNull());

  it("has no type where it claims one that is none", () => {
    const body = { say: "offer", ...offer, type: "text/html; <script>" };
    expect(readFileMessage(body)).toEqual({ say: "offer", offer: { ...offer, type: "" } });
  });

  it("takes a reason that a later page invented for a change of mind", () => {
    expect(readFileMessage({ say: "decline", id: "a", why: "moonlight" })).toEqual({
      say: "decline",
      id: "a",
      why: "cancelled",
    });
  });
});

describe("a channel's label", () => {
  it("says which file and from where", () => {
    expect(readLabel(labelOf("a-1", 262_144))).toEqual({ id: "a-1", from: 262_144 });
  });

  it.each(["file:a", "file:@0", "file:a@-1", "file:a@1e9", "file:a@99999999999999999", "chat"])(
    "says nothing when it is %s",
    (label) => expect(readLabel(label)).toBeNull(),
  );
});

describe("a word on the file's own channel", () => {
  it("is a digest or a count", () => {
    const digest = "0f".repeat(32);
    expect(readWord(JSON.stringify({ digest }))).toEqual({ digest });
    expect(readWord('{"written":7}')).toEqual({ written: 7 });
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '{"digest":"0f"}',
    '{"written":-1}',
    `{"written":1}${" ".repeat(300)}`,
  ])("is nothing when it is %s", (text) => expect(readWord(text)).toBeNull());
});
