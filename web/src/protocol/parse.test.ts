import { describe, expect, it } from "vitest";
import { parseServerMessage } from "./parse";
import { fromPayload } from "./peerPayload";

describe("parseServerMessage", () => {
  it("lets a type it does not know pass by", () => {
    expect(parseServerMessage('{"type":"weather","sun":true}')).toEqual({
      kind: "unknown",
      type: "weather",
    });
  });

  it("ignores members it does not know", () => {
    expect(
      parseServerMessage('{"type":"waiting","others":3,"widened":false,"mood":"calm"}'),
    ).toEqual({
      kind: "message",
      message: { type: "waiting", others: 3, widened: false },
    });
  });

  it.each([
    ["no JSON at all", "hello"],
    ["a list", "[]"],
    ["null", "null"],
    ["no type", "{}"],
    ["a type that is a number", '{"type":7}'],
    ["a negative count", '{"type":"waiting","others":-1,"widened":false}'],
    ["a count that is no number", '{"type":"waiting","others":"3","widened":false}'],
    ["a reason nobody agreed on", '{"type":"ended","encounter":"e","reason":"boredom"}'],
    ["a payload that is a text", '{"type":"signal","encounter":"e","from":"p","payload":"x"}'],
    [
      "an ICE server without urls",
      '{"type":"matched","encounter":"e","peer":"p","polite":true,"iceServers":[{}]}',
    ],
    ["a missing entitlement", '{"type":"welcome","connection":"c","sessionLimitSeconds":300}'],
  ])("says that %s is malformed", (_what, frame) => {
    expect(parseServerMessage(frame).kind).toBe("malformed");
  });

  it("keeps an error whose code is newer than this page", () => {
    expect(parseServerMessage('{"type":"error","code":"full-moon","detail":"Tonight."}')).toEqual({
      kind: "message",
      message: { type: "error", code: "other", detail: "Tonight." },
    });
  });
});

describe("fromPayload", () => {
  it.each([
    ["an empty object", {}],
    ["a rollback, which is nobody's to send", { description: { type: "rollback", sdp: "" } }],
    ["a description without SDP", { description: { type: "offer" } }],
    ["a candidate that belongs nowhere", { candidate: { candidate: "candidate:1" } }],
    ["something that is neither", { weather: "fine" }],
  ])("does not understand %s", (_what, payload) => {
    expect(fromPayload(payload)).toBeNull();
  });
});
