import { describe, expect, it } from "vitest";
import type { Matched, ServerMessage, Wish } from "../protocol/messages";
import { reduce } from "./reduce";
import type { CallEvent, Context } from "./reduce";
import { AT_REST } from "./state";
import type { CallState, Command, Step } from "./state";

const LIMIT = 300_000;
const wish: Wish = { interests: ["jazz"], languages: ["en"], hideAddress: true };
const encounter = "e1";
const match: Matched = {
  ...{ type: "matched", encounter, peer: "p", polite: false, iceServers: [], relayOnly: true },
  ...{ connectWithinSeconds: 20, sharedInterests: [], sharedLanguages: [] },
};
const live: ServerMessage = {
  ...{ type: "live", encounter, limitSeconds: 300, remainingMillis: LIMIT, round: 1 },
  grant: {
    ...{ node: "0x70", sessionId: "0x5e", startsAt: 1_000, endsAt: 1_300, signature: "0xa7" },
  },
  revival: "ticket 1",
};
const asking: ServerMessage = { type: "asking", encounter, answerWithinSeconds: 20 };
const welcome: ServerMessage = {
  ...{ type: "welcome", connection: "c", resume: "t", sessionLimitSeconds: 300 },
  ...{ relay: false, entitlement: null },
};
const back = (remainingMillis: number): ServerMessage => ({
  ...{ type: "revived", encounter, round: 1, remainingMillis, revival: "ticket 2" },
});
const refusal = (code: "revival-unknown" | "in-encounter-elsewhere"): ServerMessage => ({
  ...{ type: "error", code, detail: "" },
});

function at(now: number): Context {
  return { now, chainLimitMillis: LIMIT, online: true };
}

function hear(state: CallState, message: ServerMessage, now = 0): Step {
  return reduce(state, { type: "message", message }, at(now));
}

function after(...events: readonly (CallEvent | ServerMessage)[]): CallState {
  let state: CallState = AT_REST;
  for (const event of events)
    state = reduce(
      state,
      isEvent(event) ? event : { type: "message", message: event },
      at(0),
    ).state;
  return state;
}

function isEvent(event: CallEvent | ServerMessage): event is CallEvent {
  return ["meet", "answer", "tick", "socket-lost", "decoded", "stalled"].includes(event.type);
}

const toLive = [{ type: "meet", wish }, match, live] as const;
const revive: Command = { do: "send", message: { type: "revive", ticket: "ticket 1", ...wish } };

describe("after a restart of the service", () => {
  it("shows the ticket by itself, and the call stays what it was", () => {
    const before = after(...toLive);
    const lost = reduce(before, { type: "socket-lost" }, at(1));
    expect(lost).toEqual({ state: before, commands: [] });
    const { state, commands } = hear(lost.state, welcome, 2);
    expect(commands).toEqual([revive]);
    expect(state).toEqual({ ...before, reviving: true });
  });

  it("goes on with what is left once both are back, and says again what may be lost", () => {
    const waits = after(...toLive, welcome, { type: "peer-away", encounter });
    expect(waits).toMatchObject({ phase: "live", peerAway: true, reviving: true, served: true });
    const { state, commands } = hear(waits, back(200_000), 50_000);
    expect(state).toMatchObject({
      peerAway: false,
      reviving: false,
      clock: { kind: "running", endsAt: 250_000 },
    });
    expect(commands).toEqual([{ do: "say-again" }]);
  });

  it("is not made longer by it", () => {
    const waits = after(...toLive, welcome);
    expect(hear(waits, back(LIMIT), 50_000).state).toMatchObject({
      clock: { kind: "running", endsAt: LIMIT },
    });
  });

  it("says again that the other is not seen, as the service does not know", () => {
    const waits = after(...toLive, { type: "stalled" }, welcome);
    const { commands } = hear(waits, back(LIMIT));
    expect(commands).toContainEqual({ do: "send", message: { type: "stalled", encounter } });
  });

  it("shows the ticket that knows of the pauses", () => {
    const continued: ServerMessage = {
      ...{ type: "continued", encounter, remainingMillis: 1_000, revival: "ticket 3" },
    };
    expect(hear(after(...toLive, continued), welcome).commands).toEqual([
      { do: "send", message: { type: "revive", ticket: "ticket 3", ...wish } },
    ]);
  });

  it("shows the new ticket after another restart", () => {
    const { commands } = hear(after(...toLive, welcome, back(LIMIT)), welcome);
    expect(commands).toEqual([
      { do: "send", message: { type: "revive", ticket: "ticket 2", ...wish } },
    ]);
  });

  it("shows the same ticket again when the service went before it had answered", () => {
    expect(hear(after(...toLive, welcome), welcome).commands).toEqual([revive]);
  });

  it.each(["revival-unknown", "in-encounter-elsewhere"] as const)(
    "finishes by itself what the service does not take back: %s",
    (code) => {
      const { state, commands } = hear(after(...toLive, welcome), refusal(code));
      expect(state).toMatchObject({ phase: "live", served: false, reviving: false });
      expect(commands).toEqual([]);
      expect(hear(state, welcome).commands).toEqual([]);
    },
  );

  it("ends with the service when the other has not come back", () => {
    const gone: ServerMessage = { type: "ended", encounter, reason: "peer-left" };
    const { state } = hear(after(...toLive, welcome), gone);
    expect(state).toMatchObject({ phase: "ended", reason: "peer-left" });
  });

  it("answers again when it is asked again", () => {
    const asked = after(...toLive, asking, { type: "answer", yes: true }, welcome);
    expect(asked).toMatchObject({ phase: "asking", answer: "yes", reviving: true });
    const { state, commands } = hear(hear(asked, back(0)).state, asking);
    expect(state).toMatchObject({ phase: "asking", confirmed: true });
    expect(commands).toEqual([{ do: "send", message: { type: "again", encounter, yes: true } }]);
  });

  it("has reached the limit when it was being asked and the service does not know of it", () => {
    const { state } = hear(after(...toLive, asking, welcome), refusal("revival-unknown"));
    expect(state).toMatchObject({ phase: "ended", reason: "limit" });
  });

  it("lets go of the encounter, known or not, on the way to the next", () => {
    const { state, commands } = reduce(after(...toLive, welcome), { type: "next" }, at(1));
    expect(state.phase).toBe("waiting");
    expect(commands).toEqual([
      { do: "close-peer" },
      { do: "send", message: { type: "leave" } },
      { do: "send", message: { type: "join", ...wish } },
    ]);
  });

  it("passes over what it hears of another encounter", () => {
    const waits = after(...toLive, welcome);
    const other: ServerMessage = {
      ...{ type: "revived", encounter: "e2", round: 1, remainingMillis: 1, revival: "x" },
    };
    expect(hear(waits, other)).toEqual({ state: waits, commands: [] });
  });
});
