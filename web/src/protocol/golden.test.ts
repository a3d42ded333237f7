import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ClientMessage, ServerMessage } from "./messages";
import { parseServerMessage } from "./parse";
import { fromPayload, toPayload } from "./peerPayload";

const golden = new URL("../../../backend/src/test/resources/golden/", import.meta.url);

function files(side: "client" | "server"): [name: string, text: string][] {
  const folder = new URL(`${side}/`, golden);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8").trim()]);
}

const SERVER_TYPES: Record<ServerMessage["type"], true> = {
  welcome: true,
  resumed: true,
  pong: true,
  waiting: true,
  matched: true,
  signal: true,
  live: true,
  revived: true,
  paused: true,
  continued: true,
  asking: true,
  "peer-away": true,
  "peer-back": true,
  ended: true,
  reported: true,
  blocked: true,
  cooldown: true,
  entitlement: true,
  "contact-online": true,
  calling: true,
  ringing: true,
  accepted: true,
  "call-ended": true,
  error: true,
  "going-away": true,
};

/** What this page would send for each golden file of the client's side. */
const TICKET = "kX3v".repeat(50);
const encounter = "Zk3xq0Jr8V2mPdYw1nTb5A";
const call = "T4nW8bXc2LqZ6rYp0VdKsA";
const id = "Zf8uN1sLq4Re6Hy0Xo2MiQ";
const SENT: Record<string, ClientMessage> = {
  "join.json": { type: "join", interests: ["jazz", "night trains"], languages: ["en", "pt"] },
  "join-anyone.json": { type: "join", interests: [], languages: [] },
  "join-hidden.json": { type: "join", interests: ["jazz"], languages: [], hideAddress: true },
  "ping.json": { type: "ping" },
  "leave.json": { type: "leave" },
  "next.json": { type: "next", encounter },
  "decoded.json": { type: "decoded", encounter },
  "stalled.json": { type: "stalled", encounter },
  "again-yes.json": { type: "again", encounter, yes: true },
  "again-no.json": { type: "again", encounter, yes: false },
  "resume.json": { type: "resume", token: "9hXb2LrTq0aVw7cKzYp3Eg", received: 17 },
  "revive.json": { type: "revive", ticket: TICKET, interests: ["jazz"], languages: ["en"] },
  "revive-hidden.json": {
    type: "revive",
    ticket: TICKET,
    interests: [],
    languages: [],
    hideAddress: true,
  },
  "report.json": {
    type: "report",
    encounter,
    category: "harassment",
    note: "Shouted at me, twice.",
  },
  "report-no-note.json": { type: "report", encounter, category: "minor" },
  "block.json": { type: "block", encounter },
  "presence.json": {
    type: "presence",
    findable: ["k3Jr9xQ0Wm2VbT7pYc5ZdA"],
    looking: [id, "b7Dg5KvPw9Ta3Uc1Ej6RnA"],
  },
  "presence-none.json": { type: "presence", findable: [], looking: [] },
  "call.json": { type: "call", id },
  "call-hidden.json": { type: "call", id, hideAddress: true },
  "accept.json": { type: "accept", call },
  "accept-hidden.json": { type: "accept", call, hideAddress: true },
  "decline.json": { type: "decline", call },
  "cancel.json": { type: "cancel", call },
  "signal-description.json": {
    type: "signal",
    encounter,
    payload: toPayload({
      kind: "description",
      description: {
        type: "offer",
        sdp: "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n",
      },
    }),
  },
  "signal-candidate.json": {
    type: "signal",
    encounter,
    payload: toPayload({
      kind: "candidate",
      candidate: {
        candidate: "candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host",
        sdpMid: "0",
        sdpMLineIndex: 0,
        usernameFragment: "Yc4z",
      },
    }),
  },
  "signal-end-of-candidates.json": {
    type: "signal",
    encounter,
    payload: toPayload({ kind: "candidate", candidate: null }),
  },
};

describe("the golden messages", () => {
  it.each(files("server"))("reads the service's %s and loses nothing", (_name, frame) => {
    const parsed = parseServerMessage(frame);
    expect(parsed).toEqual({ kind: "message", message: JSON.parse(frame) as unknown });
  });

  it("hold at least one file for every type the service may send", () => {
    const seen = new Set(
      files("server").map(([, frame]) => (JSON.parse(frame) as ServerMessage).type),
    );
    expect([...seen].sort()).toEqual(Object.keys(SERVER_TYPES).sort());
  });

  it.each(files("client"))("are what this page sends: %s, byte for byte", (name, frame) => {
    expect(JSON.stringify(SENT[name])).toBe(frame);
  });

  it("carry descriptions and candidates that this page understands", () => {
    const payloads = files("server")
      .filter(([name]) => name.startsWith("signal"))
      .map(([, frame]) =>
        fromPayload((JSON.parse(frame) as { payload: Record<string, unknown> }).payload),
      );
    expect(payloads.map((payload) => payload?.kind).sort()).toEqual([
      "candidate",
      "candidate",
      "description",
    ]);
  });
});
