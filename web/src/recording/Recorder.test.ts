import { describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import { isTheirs } from "../composition/cast";
import { FakeComposition, fakeEncounter, on, UNFIT } from "../composition/fakes";
import { fakeConsent } from "../consent/fakes";
import { Variable } from "../signaling/observable";
import { Recorder } from "./Recorder";
import { TakeFailed } from "./take";
import type { BeginTake, Take, TakeEvents } from "./take";

class FakeTake extends FakeComposition implements Take {
  finished = false;
  unfinishable: TakeFailed | null = null;
  readonly about: Take["about"];
  readonly events: TakeEvents;

  constructor(...[about, events]: Parameters<BeginTake>) {
    super();
    this.about = about;
    this.events = events;
  }

  finish(): Promise<number | null> {
    this.finished = true;
    return this.unfinishable === null ? Promise.resolve(4_200) : Promise.reject(this.unfinishable);
  }
}

function scene() {
  const call = new Variable<Pick<CallState, "phase">>({ phase: "live" });
  const { consent, answers } = fakeConsent();
  const unlocked = new Variable(true);
  const { parts, ...encounter } = fakeEncounter();
  const takes: FakeTake[] = [];
  let refusal: TakeFailed | null = null;
  const recorder = new Recorder({
    ...{ ...parts, call, consent, unlocked },
    begin: (about, events) => {
      if (refusal !== null) return Promise.reject(refusal);
      takes.push(new FakeTake(about, events));
      return Promise.resolve(takes.at(-1) as FakeTake);
    },
    rescue: () => Promise.resolve(3_000),
    now: () => 7,
    time: () => 1_000,
  });
  recorder.start();
  const take = (): FakeTake => {
    const newest = takes.at(-1);
    if (newest === undefined) throw new Error("nothing is recorded");
    return newest;
  };
  const kind = (): string => recorder.state.get().kind;
  const running = (): Promise<void> => vi.waitFor(() => expect(kind()).toBe("on"));
  const over = (): Promise<void> => vi.waitFor(() => expect(kind()).toBe("off"));
  return {
    ...{ ...encounter, recorder, call, consent, answers, unlocked, takes, take, kind },
    ...{ running, over, refuse: (why: "disk") => (refusal = new TakeFailed(why)) },
  };
}

describe("recording an encounter", () => {
  it("asks nobody when it is only of oneself, and holds nothing of the other", async () => {
    const { recorder, consent, take, running, over } = scene();
    recorder.record("own", "webm");
    await running();
    expect(consent.ask).not.toHaveBeenCalled();
    expect(take().shown.get("own")).toBe("my camera");
    expect([...take().shown.keys(), ...take().heard.keys()].filter(isTheirs)).toEqual([]);
    recorder.finish();
    await over();
    expect(recorder.state.get()).toMatchObject({ finished: { length: 4_200, ending: "stopped" } });
  });

  it("of both begins with the other's yes, and not before", async () => {
    const { recorder, answers, takes, take, kind, running } = scene();
    recorder.record("both", "mp4");
    answers("pending");
    expect([kind(), takes.length]).toEqual(["asking", 0]);
    answers("given");
    await running();
    expect(take().about).toMatchObject({ subject: "both", container: "mp4" });
    expect(take().shown.get("theirs")).toBe("their camera");
    expect(take().heard.get("theirs")).toBe("their microphone");
    expect(take().veiled).toBe(false);
  });

  it.each(["refused", "unable", "silent"] as const)(
    "of both is not begun when the answer is %s",
    (answer) => {
      const { recorder, answers, takes } = scene();
      recorder.record("both", "webm");
      answers(answer);
      expect(recorder.state.get()).toMatchObject({ kind: "off", problem: answer });
      expect(takes).toEqual([]);
    },
  );

  it("veils the other at once when they take it back, and shows them again when they agree again", async () => {
    const { recorder, answers, take, running } = scene();
    recorder.record("both", "webm");
    answers("given");
    await running();
    answers("taken-back");
    expect(take().veiled).toBe(true);
    expect(recorder.state.get()).toMatchObject({ kind: "on", veiled: true });
    recorder.askAgain();
    expect(take().veiled).toBe(true);
    answers("given");
    expect(take().veiled).toBe(false);
  });

  it("is veiled from the first frame when the yes was taken back while it began", async () => {
    const { recorder, answers, take, running } = scene();
    recorder.record("both", "webm");
    answers("given");
    answers("taken-back");
    await running();
    expect(take().veiled).toBe(true);
    expect(recorder.state.get()).toMatchObject({ veiled: true });
  });

  it("follows what the two show, until it is over", async () => {
    const { recorder, answers, take, running, over, theirs, sent } = scene();
    recorder.record("both", "webm");
    answers("given");
    await running();
    const recorded = take();
    theirs.set({ media: { ...sent, camera: false } });
    expect(recorded.shown.get("theirs")).toBeNull();
    recorder.finish();
    await over();
    theirs.set({ media: sent });
    expect(recorded.shown.get("theirs")).toBeNull();
  });

  it("is whole when the round is over, and when the pass is gone", async () => {
    for (const ending of ["round-over", "pass-lost"] as const) {
      const { recorder, consent, call, unlocked, take, running, over } = scene();
      recorder.record("own", "webm");
      await running();
      if (ending === "pass-lost") unlocked.set(false);
      else call.set({ phase: "asking" });
      expect(take().finished).toBe(true);
      expect(take().veiled).toBe(true);
      expect(consent.end).toHaveBeenCalled();
      await over();
      expect(recorder.state.get()).toMatchObject({ finished: { ending } });
    }
  });

  it("ends again what begins only after it was ended", async () => {
    const { recorder, take, kind } = scene();
    recorder.record("own", "webm");
    recorder.finish();
    expect(kind()).toBe("off");
    await vi.waitFor(() => expect(take().finished).toBe(true));
    expect(kind()).toBe("off");
  });

  it("saves what there is when the disk is full", async () => {
    const { recorder, take, running, over } = scene();
    recorder.record("own", "webm");
    await running();
    take().events.failed("no-room");
    await over();
    expect(recorder.state.get()).toMatchObject({
      ...{ problem: "no-room", finished: { length: 3_000, ending: "failed" } },
    });
  });

  it("says that what cannot be made whole now waits, and why", async () => {
    const { recorder, take, running, over } = scene();
    recorder.record("own", "webm");
    await running();
    take().unfinishable = new TakeFailed("no-room");
    recorder.finish();
    await over();
    expect(recorder.state.get()).toMatchObject({
      ...{ problem: "no-room", finished: { length: null, waits: true, ending: "stopped" } },
    });
  });

  it("ends what it cannot feed, and keeps what there is", async () => {
    const { recorder, state, take, over } = scene();
    state.set({ ...state.get(), microphone: on(UNFIT) });
    recorder.record("own", "webm");
    await over();
    await vi.waitFor(() =>
      expect(recorder.state.get()).toMatchObject({
        ...{ problem: "encoder", finished: { ending: "failed", length: 4_200 } },
      }),
    );
    expect(take().finished).toBe(true);
  });

  it("says why it cannot begin", async () => {
    const { recorder, refuse } = scene();
    refuse("disk");
    recorder.record("own", "webm");
    await vi.waitFor(() => expect(recorder.state.get()).toMatchObject({ problem: "disk" }));
  });

  it("is for those whose pass unlocks it, while they see somebody", () => {
    const { recorder, unlocked, call, kind } = scene();
    unlocked.set(false);
    recorder.record("own", "webm");
    unlocked.set(true);
    call.set({ phase: "asking" });
    recorder.record("own", "webm");
    expect(kind()).toBe("off");
  });
});
