import { describe, expect, it } from "vitest";
import type { Grant, Matched, ServerMessage, Wish } from "../protocol/messages";
import { reduce } from "./reduce";
import type { CallEvent, Context } from "./reduce";
import { AT_REST } from "./state";
import type { CallState, Command, Step } from "./state";

const wish: Wish = { interests: ["jazz"], languages: ["en"] };
const match: Matched = {
  type: "matched",
  encounter: "e1",
  peer: "p",
  polite: false,
  iceServers: [],
  relayOnly: false,
  connectWithinSeconds: 20,
  sharedInterests: [],
  sharedLanguages: [],
};
const LIMIT = 300_000;

function at(now: number, online = true): Context {
  return { now, chainLimitMillis: LIMIT, online };
}

function say(message: ServerMessage): CallEvent {
  return { type: "message", message };
}

const grant: Grant = {
  node: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  sessionId: "0x5e",
  startsAt: 1_000,
  endsAt: 1_300,
  signature: "0xa7",
};

const liveMessage = (remainingMillis = LIMIT, round = 1, granted = grant): CallEvent =>
  say({
    ...{ type: "live", encounter: "e1", limitSeconds: 300, remainingMillis, round },
    grant: granted,
  });
const asking = say({ type: "asking", encounter: "e1", answerWithinSeconds: 20 });

const welcome = say({
  ...{ type: "welcome", connection: "c", resume: "t" },
  ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
});

/** Runs events one after the other, all at the same moment, and returns the last step. */
function after(...events: readonly CallEvent[]): Step {
  let step: Step = { state: AT_REST, commands: [] };
  for (const event of events) step = reduce(step.state, event, at(0));
  return step;
}

const meet: CallEvent = { type: "meet", wish };
const toLive = [meet, say(match), { type: "decoded" }, liveMessage()] as const;
const done = (commands: readonly Command[]): string[] =>
  commands.map((command) => (command.do === "send" ? `send ${command.message.type}` : command.do));

describe("meeting", () => {
  it("joins at once when online, and on the next welcome when not", () => {
    expect(done(reduce(AT_REST, meet, at(0, true)).commands)).toEqual(["send join"]);
    const offline = reduce(AT_REST, meet, at(0, false));
    expect(offline.commands).toEqual([]);
    expect(reduce(offline.state, welcome, at(1)).commands).toEqual([
      { do: "send", message: { type: "join", ...wish } },
    ]);
  });

  it("says how many others wait", () => {
    const { state } = after(meet, say({ type: "waiting", others: 14, widened: true }));
    expect(state).toMatchObject({ phase: "waiting", others: 14, widened: true });
  });

  it("opens a peer when matched and reports the first decoded frame once", () => {
    const matched = after(meet, say(match));
    expect(done(matched.commands)).toEqual(["open-peer", "play"]);
    const first = reduce(matched.state, { type: "decoded" }, at(0));
    expect(done(first.commands)).toEqual(["send decoded"]);
    expect(reduce(first.state, { type: "decoded" }, at(0)).commands).toEqual([]);
  });

  it("lets a match pass that crossed the cancel", () => {
    expect(after(meet, { type: "cancel" }, say(match))).toEqual({ state: AT_REST, commands: [] });
  });

  it("waits again, at the front, when the two could not connect", () => {
    const { state } = after(
      meet,
      say(match),
      say({ type: "ended", encounter: "e1", reason: "failed" }),
    );
    expect(state).toMatchObject({ phase: "waiting", after: "failed" });
  });

  it("gives up a match by itself when the service forgets it", () => {
    const { state } = after(meet, say(match));
    expect(reduce(state, { type: "tick" }, at(24_999)).state.phase).toBe("connecting");
    expect(reduce(state, { type: "tick" }, at(25_000)).state).toMatchObject({
      phase: "ended",
      reason: "failed",
    });
  });

  it.each([
    ["entitlement-required", "entitlement-required"],
    ["chain-stale", "chain-unavailable"],
    ["chain-down", "chain-unavailable"],
    ["chain-disputed", "chain-unavailable"],
    ["store-down", "store-down"],
    ["in-encounter-elsewhere", "in-encounter-elsewhere"],
    ["relay-unavailable", "relay-unavailable"],
  ] as const)("returns to the lobby on %s", (code, notice) => {
    const { state, commands } = after(meet, say({ type: "error", code, detail: "…" }));
    expect(state).toEqual({ phase: "idle", notice, cooldown: null });
    expect(done(commands)).toEqual(
      code === "entitlement-required" ? ["tell-entitlement-lost"] : [],
    );
  });

  it("goes on waiting when what was said of somebody is refused", () => {
    const error = { type: "error", code: "store-down", detail: "…", encounter: "e" } as const;
    expect(after(meet, say(error)).state.phase).toBe("waiting");
  });

  it("returns to the lobby to cool down, also from a confirmed wait, and may ask again", () => {
    const until = "2026-11-21T19:30:00Z";
    const cooldown = say({ type: "cooldown", until, reason: "reports" });
    const waiting = say({ type: "waiting", others: 2, widened: false });
    const cooling = {
      phase: "idle",
      notice: null,
      cooldown: { until: Date.parse(until), reason: "reports" },
    };
    expect(after(meet, cooldown).state).toEqual(cooling);
    expect(after(meet, waiting, cooldown).state).toEqual(cooling);
    expect(after(meet, cooldown, meet).state.phase).toBe("waiting");
  });

  it("is not taken out of an encounter to cool down", () => {
    const cooldown = say({ type: "cooldown", until: "2026-11-21T19:30:00Z", reason: "other" });
    expect(after(meet, say(match), liveMessage(LIMIT), cooldown).state.phase).toBe("live");
  });

  it("goes on waiting when told that it waits already", () => {
    expect(
      after(meet, say({ type: "error", code: "already-waiting", detail: "…" })).state.phase,
    ).toBe("waiting");
  });
});

describe("five minutes", () => {
  it("end at the contract's limit when the service grants more", () => {
    const { state } = after(meet, say(match), liveMessage(LIMIT * 2));
    expect(state).toMatchObject({ phase: "live", clock: { kind: "running", endsAt: LIMIT } });
  });

  it("end earlier when the service says so", () => {
    expect(after(meet, say(match), liveMessage(60_000)).state).toMatchObject({
      clock: { kind: "running", endsAt: 60_000 },
    });
  });

  it.each([
    ["shorter than the contract's limit", 1_240, 240_000],
    ["longer than it", 1_900, LIMIT],
    ["over before it begins", 900, 0],
  ])("are what was granted, when that is %s", (_what, endsAt, left) => {
    const { state, commands } = after(
      meet,
      say(match),
      liveMessage(LIMIT, 1, { ...grant, endsAt }),
    );
    expect(state).toMatchObject({ phase: "live", clock: { kind: "running", endsAt: left } });
    expect(commands).toEqual([{ do: "check-grant", grant: { ...grant, endsAt } }]);
  });

  it("end at once when this very session turns out not to be granted", () => {
    const { state } = after(...toLive);
    const refused = (sessionId: string) =>
      reduce(state, { type: "grant-refused", sessionId }, at(500));
    expect(refused("0x5e").state).toMatchObject({ phase: "ended", reason: "grant-refused" });
    expect(done(refused("0x5e").commands)).toEqual(["close-peer", "send leave", "play"]);
    expect(refused("0x5d")).toEqual({ state, commands: [] });
  });

  it("are not made longer by saying again that they begin", () => {
    const { state } = after(...toLive);
    expect(reduce(state, liveMessage(), at(200_000)).state).toMatchObject({
      clock: { kind: "running", endsAt: LIMIT },
    });
    expect(reduce(state, liveMessage(LIMIT, 2), at(200_000)).state).toMatchObject({
      clock: { kind: "running", endsAt: LIMIT },
    });
  });

  it("are warned of once, ten seconds before the end", () => {
    const { state } = after(...toLive);
    const warned = reduce(state, { type: "tick" }, at(LIMIT - 10_000));
    expect(warned.commands).toEqual([{ do: "play", sound: "ten-left" }]);
    expect(reduce(warned.state, { type: "tick" }, at(LIMIT - 9_000)).commands).toEqual([]);
  });

  it("end without a word from the service: media stops, the question stands", () => {
    const { state } = after(...toLive);
    const end = reduce(state, { type: "tick" }, at(LIMIT));
    expect(end.state).toMatchObject({ phase: "asking", confirmed: false });
    expect(done(end.commands)).toEqual(["hush", "play"]);
  });

  it("go on between the two when the service has forgotten them, and end with nobody to ask", () => {
    const { state } = after(...toLive, { type: "socket-lost" }, welcome);
    expect(state).toMatchObject({ phase: "live", served: false });
    const end = reduce(state, { type: "tick" }, at(LIMIT));
    expect(end.state).toMatchObject({ phase: "ended", reason: "limit" });
    expect(done(end.commands)).toEqual(["close-peer", "play"]);
  });

  it("are over when the other is gone for good", () => {
    const { state, commands } = after(...toLive, { type: "peer-lost" });
    expect(state).toMatchObject({ phase: "ended", reason: "connection-lost" });
    expect(done(commands)).toEqual(["close-peer", "send leave", "play"]);
  });

  it("finish although the entitlement is lost in the middle", () => {
    const entitlement = { staked: false, passes: 0, features: [], mayMeet: false };
    const { state, commands } = after(...toLive, say({ type: "entitlement", entitlement }));
    expect(state.phase).toBe("live");
    expect(commands).toEqual([]);
  });

  it("take no notice of another encounter's news", () => {
    const { state } = after(...toLive);
    const stray: ServerMessage[] = [
      { type: "ended", encounter: "e0", reason: "peer-left" },
      { type: "asking", encounter: "e0", answerWithinSeconds: 20 },
      { type: "signal", encounter: "e0", from: "p", payload: {} },
    ];
    for (const message of stray) {
      expect(reduce(state, say(message), at(1))).toEqual({ state, commands: [] });
    }
  });
});

describe("again?", () => {
  it("stops media as soon as the service asks", () => {
    expect(done(after(...toLive, asking).commands)).toEqual(["hush", "play"]);
  });

  it("sends the answer once", () => {
    const yes = after(...toLive, asking, { type: "answer", yes: true });
    expect(yes.commands).toEqual([
      { do: "send", message: { type: "again", encounter: "e1", yes: true } },
    ]);
    expect(reduce(yes.state, { type: "answer", yes: false }, at(0)).commands).toEqual([]);
  });

  it("keeps an answer that is quicker than the service, and sends it when asked", () => {
    const { state } = after(...toLive);
    const local = reduce(state, { type: "tick" }, at(LIMIT)).state;
    const answered = reduce(local, { type: "answer", yes: true }, at(LIMIT + 10));
    expect(answered.commands).toEqual([]);
    expect(reduce(answered.state, asking, at(LIMIT + 50)).commands).toEqual([
      { do: "send", message: { type: "again", encounter: "e1", yes: true } },
    ]);
  });

  it("takes the servers of the new round before anything is sent over them", () => {
    const iceServers = [{ urls: ["turn:relay"], username: "2", credential: "key" }];
    const fresh = say({
      ...{ type: "live", encounter: "e1", limitSeconds: 300, remainingMillis: LIMIT, round: 2 },
      ...{ grant, iceServers },
    });
    const { commands } = after(...toLive, asking, { type: "answer", yes: true }, fresh);
    expect(commands[0]).toEqual({ do: "renew", iceServers });
    expect(done(commands)).toEqual(["renew", "resume", "check-grant"]);
  });

  it("begins a whole new round on the same connection after two yeses", () => {
    const { state, commands } = after(
      ...toLive,
      asking,
      { type: "answer", yes: true },
      liveMessage(LIMIT, 2),
    );
    expect(state).toMatchObject({
      phase: "live",
      round: 2,
      clock: { kind: "running", endsAt: LIMIT },
    });
    expect(done(commands)).toEqual(["resume", "check-grant"]);
  });

  it.each([[[]], [[{ type: "answer", yes: false }]]] as [CallEvent[]][])(
    "never turns the camera on again without this person's yes (%j)",
    (answers) => {
      const { state, commands } = after(...toLive, asking, ...answers, liveMessage(LIMIT, 2));
      expect(state.phase).toBe("asking");
      expect(commands).toEqual([]);
    },
  );

  it("does not stand for ever", () => {
    const { state } = after(...toLive, asking);
    expect(reduce(state, { type: "tick" }, at(24_999)).state.phase).toBe("asking");
    expect(reduce(state, { type: "tick" }, at(25_000)).state).toMatchObject({
      phase: "ended",
      reason: "unanswered",
    });
  });
});

describe("next and leave", () => {
  const together: [string, CallState][] = [
    ["connecting", after(meet, say(match)).state],
    ["live", after(...toLive).state],
    ["asking", after(...toLive, asking).state],
  ];

  it.each(together)("end it at once while %s", (_phase, state) => {
    const next = reduce(state, { type: "next" }, at(1));
    expect(next.state).toMatchObject({ phase: "waiting", after: "next", wish });
    expect(done(next.commands)).toEqual(["close-peer", "send next"]);
    const leave = reduce(state, { type: "leave" }, at(1));
    expect(leave.state).toEqual(AT_REST);
    expect(done(leave.commands)).toEqual(["close-peer", "send leave"]);
  });

  it("do nothing where there is nobody", () => {
    expect(after({ type: "next" })).toEqual({ state: AT_REST, commands: [] });
    expect(after({ type: "leave" })).toEqual({ state: AT_REST, commands: [] });
  });

  it("join afresh after an encounter that the service has forgotten", () => {
    const { commands } = after(...toLive, welcome, { type: "next" });
    expect(done(commands)).toEqual(["close-peer", "send join"]);
  });
});

describe("a lost socket", () => {
  const waiting = after(meet, say({ type: "waiting", others: 3, widened: false })).state;
  const states: [string, CallState][] = [
    ["connecting", after(meet, say(match)).state],
    ["live", after(...toLive).state],
    ["asking", after(...toLive, asking).state],
  ];

  it.each(states)(
    "interrupts nothing while %s, and neither does the line when it goes on",
    (_, state) => {
      const lost = reduce(state, { type: "socket-lost" }, at(1));
      expect(lost).toEqual({ state, commands: [] });
      const resumed = say({ type: "resumed", received: 1 });
      expect(reduce(lost.state, resumed, at(2))).toEqual({ state, commands: [] });
    },
  );

  it("leaves the number of others open until the service says it again", () => {
    const lost = reduce(waiting, { type: "socket-lost" }, at(1));
    expect(lost).toEqual({ state: { ...waiting, others: null }, commands: [] });
  });

  it.each([
    ["waiting", waiting, { phase: "waiting" }, ["send join"]],
    [
      "connecting",
      states[0]?.[1],
      { phase: "waiting", after: "failed" },
      ["close-peer", "send join"],
    ],
    ["live", states[1]?.[1], { phase: "live", served: false }, []],
    ["asking", states[2]?.[1], { phase: "ended", reason: "limit" }, ["close-peer"]],
  ] as [string, CallState, object, string[]][])(
    "that the service has forgotten finds another way on from %s",
    (_, state, next, commands) => {
      const step = reduce(state, welcome, at(1));
      expect(step.state).toMatchObject(next);
      expect(done(step.commands)).toEqual(commands);
    },
  );

  it("of the other's is known, and known to be over", () => {
    for (const [, state] of states) {
      const away = reduce(state, say({ type: "peer-away", encounter: "e1" }), at(1));
      expect(away).toEqual({ state: { ...state, peerAway: true }, commands: [] });
      const back = reduce(away.state, say({ type: "peer-back", encounter: "e1" }), at(2));
      expect(back).toEqual({ state, commands: [] });
      expect(reduce(state, say({ type: "peer-away", encounter: "e0" }), at(1)).state).toBe(state);
    }
  });
});

describe("a clock that stands", () => {
  const paused = (remainingMillis: number, pauseLeftMillis = 60_000, encounter = "e1"): CallEvent =>
    say({ type: "paused", encounter, remainingMillis, pauseLeftMillis });
  const continued = (remainingMillis: number): CallEvent =>
    say({ type: "continued", encounter: "e1", remainingMillis });
  const { state: live } = after(...toLive);
  const standing = reduce(live, paused(240_000), at(60_000)).state;

  it("does so because the service says so, not because this page sees nothing", () => {
    const stalled = reduce(live, { type: "stalled" }, at(60_000));
    expect(stalled.commands).toEqual([
      { do: "send", message: { type: "stalled", encounter: "e1" } },
    ]);
    expect(stalled.state).toMatchObject({
      clock: { kind: "running", endsAt: LIMIT },
      stalled: true,
    });
    expect(standing).toMatchObject({ clock: { kind: "standing", left: 240_000, until: 120_000 } });
  });

  it("runs on when the service says so", () => {
    expect(reduce(standing, continued(240_000), at(90_000)).state).toMatchObject({
      clock: { kind: "running", endsAt: 330_000 },
    });
  });

  it("runs on by itself, and ends the round, when the service says nothing more", () => {
    const running = reduce(standing, { type: "tick" }, at(120_000));
    expect(running.commands).toEqual([]);
    expect(running.state).toMatchObject({ clock: { kind: "running", endsAt: 360_000 } });
    const warned = reduce(running.state, { type: "tick" }, at(350_000));
    expect(done(warned.commands)).toEqual(["play"]);
    expect(reduce(warned.state, { type: "tick" }, at(360_000)).state.phase).toBe("asking");
  });

  it("ends the round although its alarm was late for both", () => {
    expect(reduce(standing, { type: "tick" }, at(360_000)).state.phase).toBe("asking");
  });

  it("does not warn of the end while it stands", () => {
    const near = reduce(live, paused(8_000), at(292_000)).state;
    expect(reduce(near, { type: "tick" }, at(300_000))).toMatchObject({ commands: [] });
  });

  it("is none of another encounter's, or another phase's, business", () => {
    expect(reduce(live, paused(1, 1, "e0"), at(0)).state).toBe(live);
    const { state: asked } = after(...toLive, asking);
    expect(reduce(asked, paused(240_000), at(0)).state).toBe(asked);
    expect(reduce(asked, continued(240_000), at(0)).state).toBe(asked);
  });

  it("runs on where it stood when the service has forgotten the encounter", () => {
    expect(reduce(standing, welcome, at(90_000)).state).toMatchObject({
      served: false,
      clock: { kind: "running", endsAt: 330_000 },
    });
  });

  it("is what every stall and its end is said for, once", () => {
    const stalled = reduce(live, { type: "stalled" }, at(0));
    expect(reduce(stalled.state, { type: "stalled" }, at(0)).commands).toEqual([]);
    const back = reduce(stalled.state, { type: "decoded" }, at(0));
    expect(done(back.commands)).toEqual(["send decoded"]);
    expect(reduce(back.state, { type: "decoded" }, at(0)).commands).toEqual([]);
    const unserved = reduce(live, welcome, at(0)).state;
    expect(reduce(unserved, { type: "stalled" }, at(0)).commands).toEqual([]);
  });

  it("has not begun before both are seen: what is seen no longer while connecting is taken back", () => {
    const { state } = after(meet, say(match), { type: "decoded" });
    const stalled = reduce(state, { type: "stalled" }, at(0));
    expect(done(stalled.commands)).toEqual(["send stalled"]);
    expect(done(reduce(stalled.state, { type: "decoded" }, at(0)).commands)).toEqual([
      "send decoded",
    ]);
  });
});

describe("a contact who was called", () => {
  const expected: CallEvent = { type: "expect", wish };
  const called = [expected, say(match)] as const;

  it("comes without a wait for a stranger, from the lobby or from the end of another encounter", () => {
    const { state, commands } = after(expected);
    expect(state).toMatchObject({ phase: "waiting", after: "called" });
    expect(done(commands)).toEqual([]);
    expect(after(...called).state).toMatchObject({ phase: "connecting", match: { called: true } });
    expect(after(meet, ...called).state).toMatchObject({ match: { called: true } });
    expect(after(...toLive, { type: "leave" }, ...called).state.phase).toBe("connecting");
  });

  it("is an encounter as any other, after which nobody waits for a stranger", () => {
    const live = [...called, { type: "decoded" } as const, liveMessage()];
    expect(after(...live).state).toMatchObject({ phase: "live", match: { called: true } });
    const step = after(...live, { type: "next" });
    expect(step.state).toEqual(AT_REST);
    expect(done(step.commands)).toEqual(["close-peer", "send leave"]);
    const failed = say({ type: "ended", encounter: "e1", reason: "failed" });
    expect(after(...called, failed).state).toMatchObject({ phase: "ended", reason: "failed" });
  });

  it("does not come after all: back to the lobby", () => {
    expect(after(expected, { type: "unexpect" }).state).toEqual(AT_REST);
    expect(after(meet, { type: "unexpect" }).state.phase).toBe("waiting");
  });

  it("is lost with the line before the two have met, and nobody joins the queue instead", () => {
    expect(done(after(expected, welcome).commands)).toEqual([]);
    expect(after(expected, welcome).state).toEqual(AT_REST);
    expect(after(...called, welcome).state).toMatchObject({ phase: "ended", reason: "failed" });
  });

  it("does not interrupt an encounter", () => {
    expect(after(...toLive, expected).state.phase).toBe("live");
  });
});
