import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallOutcome, ServerMessage, Wish } from "../protocol/messages";
import { Calls, WITHDRAWN_MS } from "./Calls";
import { FakeSignaling } from "./fakes";

const NOOR = "Zf8uN1sLq4Re6Hy0Xo2MiQ";
const OWN = "k3Jr9xQ0Wm2VbT7pYc5ZdA";
const wish: Wish = { interests: [], languages: ["en"], hideAddress: true };

const calling: ServerMessage = { type: "calling", call: "c1", id: NOOR, answerWithinSeconds: 30 };
const ringing: ServerMessage = { type: "ringing", call: "c2", id: OWN, answerWithinSeconds: 30 };
const ended = (call: string, outcome: CallOutcome): ServerMessage => ({
  type: "call-ended",
  call,
  outcome,
});

let signaling: FakeSignaling;
let here: string | null;
let told: string[];
let played: string[];
let calls: Calls;

beforeEach(() => {
  vi.useFakeTimers();
  signaling = new FakeSignaling();
  here = NOOR;
  told = [];
  played = [];
  calls = new Calls({
    signaling,
    whereabouts: {
      idOf: (contact) => (contact === "noor" ? here : null),
      callerAt: (id) => (id === OWN ? "noor" : null),
    },
    meeting: {
      expect: (given) => told.push(`expect ${given.languages.join()}`),
      unexpect: () => told.push("unexpect"),
    },
    wish: () => wish,
    play: (sound) => played.push(sound),
    time: () => 7,
  });
  calls.start();
});
afterEach(() => {
  calls.stop();
  vi.useRealTimers();
});

const state = () => calls.state.get();
const hear = (...messages: readonly ServerMessage[]) => {
  for (const message of messages) signaling.says(message);
};

describe("calling a contact", () => {
  it("ends in an encounter when they accept", () => {
    calls.call("noor");
    hear(calling, { type: "accepted", call: "c1" });
    expect(signaling.sent).toEqual([{ type: "call", id: NOOR, hideAddress: true }]);
    expect(told).toEqual(["expect en"]);
    expect(state().kind).toBe("met");
    calls.met();
    expect(state()).toEqual({ kind: "none" });
  });

  it.each(["unavailable", "busy", "declined", "missed"] as const)("says that it was %s", (how) => {
    calls.call("noor");
    hear(calling, ended("c1", how));
    expect(state()).toMatchObject({ kind: "over", contact: "noor", how, own: true });
    expect(told).toEqual([]);
    calls.dismiss();
    expect(state()).toEqual({ kind: "none" });
  });

  it("says at once that somebody is not there, and asks the service nothing", () => {
    here = null;
    calls.call("noor");
    expect(state()).toMatchObject({ kind: "over", how: "unavailable" });
    expect(signaling.sent).toEqual([]);
  });

  it("says why the service refuses it", () => {
    calls.call("noor");
    hear(calling, { type: "error", code: "feature-required", detail: "" }, ended("c1", "refused"));
    expect(state()).toMatchObject({ how: "refused", because: "feature-required" });
  });

  it("is over where the service says no before it has a name", () => {
    calls.call("noor");
    hear({ type: "error", code: "rate-limited", detail: "" });
    expect(state()).toMatchObject({ kind: "over", how: "refused", because: "rate-limited" });
  });

  it("is taken back, also before the service has named it", () => {
    calls.call("noor");
    calls.cancel();
    hear(calling);
    expect(signaling.sent.at(-1)).toEqual({ type: "cancel", call: "c1" });
    hear(ended("c1", "cancelled"));
    expect(state()).toEqual({ kind: "none" });
  });

  it("leaves the encounter that a late yes would have begun", () => {
    calls.call("noor");
    hear(calling);
    calls.cancel();
    hear({ type: "accepted", call: "c1" });
    expect(signaling.sent.slice(-2).map(({ type }) => type)).toEqual(["cancel", "leave"]);
    expect(told).toEqual([]);
    expect(state()).toEqual({ kind: "none" });
  });

  it.each(["rate-limited", "wrong-state"] as const)(
    "can be tried again when it was taken back, and the service never began it: %s",
    (code) => {
      calls.call("noor");
      calls.cancel();
      hear({ type: "error", code, detail: "" });
      expect(state()).toEqual({ kind: "none" });
      calls.call("noor");
      expect(state().kind).toBe("calling");
    },
  );

  it("can be tried again when it was taken back just as it ended", () => {
    calls.call("noor");
    hear(calling);
    calls.cancel();
    hear({ type: "error", code: "rate-limited", detail: "" });
    expect(state().kind, "of another message").toBe("withdrawn");
    hear({ type: "error", code: "call-unknown", detail: "" });
    expect(state()).toEqual({ kind: "none" });
  });

  it("can be tried again when nobody ever said that it was taken back", () => {
    calls.call("noor");
    calls.cancel();
    vi.advanceTimersByTime(WITHDRAWN_MS);
    expect(state()).toEqual({ kind: "none" });
  });

  it("does not ring at their place after it was given up here, and begins no encounter", () => {
    calls.call("noor");
    calls.cancel();
    hear({ type: "error", code: "rate-limited", detail: "" }, calling);
    expect(signaling.sent.at(-1)).toEqual({ type: "cancel", call: "c1" });
    hear({ type: "accepted", call: "c1" });
    expect(signaling.sent.at(-1)).toEqual({ type: "leave" });
    expect(state()).toEqual({ kind: "none" });
    expect(told).toEqual([]);
  });

  it("is not mistaken for one of before to somebody else", () => {
    calls.call("noor");
    hear({ ...calling, call: "c0", id: "AAAAAAAAAAAAAAAAAAAAAA" });
    expect(signaling.sent.at(-1)).toEqual({ type: "cancel", call: "c0" });
    hear(calling);
    expect(state()).toMatchObject({ kind: "calling", call: "c1" });
  });

  it("is over with the line", () => {
    calls.call("noor");
    hear(calling, {
      ...{ type: "welcome", connection: "c", resume: "t" },
      ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
    });
    expect(state()).toMatchObject({ kind: "over", how: "lost", own: true });
  });
});

describe("being called", () => {
  it("rings until it is accepted", () => {
    hear(ringing);
    vi.advanceTimersByTime(7_000);
    expect(played.filter((sound) => sound === "ringing")).toHaveLength(3);
    calls.accept();
    vi.advanceTimersByTime(7_000);
    expect(played).toHaveLength(3);
    expect(signaling.sent).toEqual([{ type: "accept", call: "c2", hideAddress: true }]);
    hear({ type: "accepted", call: "c2" });
    expect(told).toEqual(["expect en"]);
  });

  it("is declined without another word", () => {
    hear(ringing);
    calls.decline();
    expect(signaling.sent).toEqual([{ type: "decline", call: "c2" }]);
    hear(ended("c2", "declined"));
    expect(state()).toEqual({ kind: "none" });
    expect(calls.missed.get()).toEqual([]);
  });

  it.each(["missed", "cancelled"] as const)("is remembered when it was %s", (how) => {
    hear(ringing, ended("c2", how));
    expect(state()).toMatchObject({ kind: "over", contact: "noor", own: false });
    expect(calls.missed.get()).toEqual([{ contact: "noor", at: 7, looked: false }]);
    calls.seen("noor");
    expect(calls.missed.get()).toEqual([]);
  });

  it.each<[string, () => void]>([
    ["has been dismissed", () => calls.dismiss()],
    ["was read in the list", () => calls.lookedAtMissed()],
  ])("is not told again once it %s, and stays beside their name", (_how, read) => {
    hear(ringing, ended("c2", "missed"));
    read();
    const missed = calls.missed.get();
    expect(missed).toEqual([{ contact: "noor", at: 7, looked: true }]);
    read();
    expect(calls.missed.get()).toBe(missed);
  });

  it.each(["answered-elsewhere", "declined"] as const)("stops where it was %s", (how) => {
    hear(ringing, ended("c2", how));
    expect(state()).toEqual({ kind: "none" });
    expect(calls.missed.get()).toEqual([]);
  });

  it("by somebody who is not among the contacts does not ring", () => {
    hear({ ...ringing, id: NOOR });
    expect(state()).toEqual({ kind: "none" });
    expect(played).toEqual([]);
  });

  it("is a yes where this person calls the caller", () => {
    hear(ringing);
    calls.call("noor");
    expect(signaling.sent).toEqual([{ type: "accept", call: "c2", hideAddress: true }]);
  });

  it("tells the lobby when nothing comes of it after all", () => {
    hear(ringing);
    calls.accept();
    hear({ type: "accepted", call: "c2" }, ended("c2", "failed"));
    expect(told).toEqual(["expect en", "unexpect"]);
    expect(state()).toMatchObject({ kind: "over", how: "failed" });
  });
});
