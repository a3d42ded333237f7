import { describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import type { Source } from "../composition/cast";
import { NOBODY_ASKED } from "../consent/consent";
import type { Answer, Consent } from "../consent/consent";
import type { Input } from "../media/LiveInput";
import { Variable } from "../signaling/observable";
import type { ScreenState } from "../media/ScreenShare";
import { Recorder } from "./Recorder";
import { TakeFailed } from "./take";
import type { BeginTake, Take, TakeEvents } from "./take";

const track = (id: string) => ({ id }) as MediaStreamTrack;
const on = (id: string): Input => ({ kind: "on", track: track(id) });

class FakeRemote extends EventTarget {
  readonly getVideoTracks: () => readonly MediaStreamTrack[];
  readonly getAudioTracks: () => readonly MediaStreamTrack[];

  constructor(picture: string, sound: string) {
    super();
    this.getVideoTracks = () => [track(picture)];
    this.getAudioTracks = () => [track(sound)];
  }
}
const remoteOf = (picture: string, sound: string) =>
  new FakeRemote(picture, sound) as unknown as MediaStream;

/** A recording that remembers what it was told last. */
class FakeTake implements Take {
  readonly shown = new Map<Source, string | null>();
  readonly heard = new Map<Source, string | null>();
  veiled = false;
  finished = false;
  readonly about: Take["about"];
  readonly events: TakeEvents;

  constructor(...[about, events]: Parameters<BeginTake>) {
    this.about = about;
    this.events = events;
  }
  show(source: Source, shown: MediaStreamTrack | null): void {
    this.shown.set(source, shown?.id ?? null);
  }
  hear(source: Source, heard: MediaStreamTrack | null): void {
    this.heard.set(source, heard?.id ?? null);
  }
  veil(veiled: boolean): void {
    this.veiled = veiled;
  }
  finish(): Promise<number | null> {
    this.finished = true;
    return Promise.resolve(4_200);
  }
}

function scene() {
  const call = new Variable<Pick<CallState, "phase">>({ phase: "live" });
  const consentState = new Variable<Consent>(NOBODY_ASKED);
  const answers = (answer: Answer): void =>
    consentState.set({ ...NOBODY_ASKED, mine: { turn: 1, answer } });
  const consent = {
    state: consentState,
    ask: vi.fn(() => answers("asking")),
    end: vi.fn(() => answers("unasked")),
  };
  const unlocked = new Variable(true);
  const state = new Variable({ camera: on("my camera"), microphone: on("my microphone") });
  const screen = new Variable<ScreenState>({ kind: "off", problem: null });
  const sent = { camera: true, microphone: true, screen: false, resting: false, limit: null };
  const theirs = new Variable({ media: sent });
  const takes: FakeTake[] = [];
  let refusal: TakeFailed | null = null;
  const recorder = new Recorder({
    ...{ call, consent, unlocked, theirs, media: { state } },
    peer: new Variable({
      remote: remoteOf("their camera", "their microphone"),
      remoteScreen: remoteOf("their screen", "their screen's sound"),
    }),
    screen: { state: screen },
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
    ...{ recorder, call, consent, answers, unlocked, state, screen, theirs, sent, takes, take },
    kind,
    ...{ running, over, refuse: (why: "disk") => (refusal = new TakeFailed(why)) },
  };
}

/** What is not nothing. */
const onlyFrom = (of: ReadonlyMap<Source, string | null>) =>
  [...of].filter(([, track]) => track !== null);

describe("recording an encounter", () => {
  it("asks nobody when it is only of oneself, and holds nothing of the other", async () => {
    const { recorder, consent, take, running, over } = scene();
    recorder.record("own", "webm");
    await running();
    expect(consent.ask).not.toHaveBeenCalled();
    expect(onlyFrom(take().shown)).toEqual([["own", "my camera"]]);
    expect(onlyFrom(take().heard)).toEqual([["own", "my microphone"]]);
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

  it("follows other devices, and holds no last picture of a camera that is off", async () => {
    const { recorder, answers, take, running, state, theirs, sent } = scene();
    recorder.record("both", "webm");
    answers("given");
    await running();
    state.set({ camera: on("another camera"), microphone: { kind: "off" } });
    expect(take().shown.get("own")).toBe("another camera");
    expect(take().heard.get("own")).toBeNull();
    theirs.set({ media: { ...sent, camera: false } });
    expect(take().shown.get("theirs")).toBeNull();
  });

  it("holds the screens that are shared, with their sound, and only as long as they are", async () => {
    const { recorder, answers, take, running, screen, theirs, sent } = scene();
    recorder.record("both", "webm");
    answers("given");
    await running();
    const screens = (of: ReadonlyMap<Source, string | null>) => [
      of.get("own-screen"),
      of.get("their-screen"),
    ];
    expect(screens(take().shown)).toEqual([null, null]);
    expect(screens(take().heard)).toEqual([null, null]);
    screen.set({ kind: "on", picture: track("my screen"), sound: track("my screen's sound") });
    theirs.set({ media: { ...sent, screen: true } });
    expect(screens(take().shown)).toEqual(["my screen", "their screen"]);
    expect(screens(take().heard)).toEqual(["my screen's sound", "their screen's sound"]);
    screen.set({ kind: "off", problem: null });
    theirs.set({ media: sent });
    expect(screens(take().shown)).toEqual([null, null]);
    expect(screens(take().heard)).toEqual([null, null]);
  });

  it("of oneself holds no screen of the other", async () => {
    const { recorder, take, running, theirs, sent } = scene();
    recorder.record("own", "webm");
    await running();
    theirs.set({ media: { ...sent, screen: true } });
    expect(onlyFrom(take().shown)).toEqual([["own", "my camera"]]);
    expect(onlyFrom(take().heard)).toEqual([["own", "my microphone"]]);
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
