import { describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import type { Source } from "../composition/cast";
import { NOBODY_ASKED } from "../consent/consent";
import type { Answer, Consent } from "../consent/consent";
import type { Input } from "../media/LiveInput";
import type { ScreenState } from "../media/ScreenShare";
import { Variable } from "../signaling/observable";
import type { BeginBroadcast, Broadcast, BroadcastEvents } from "./broadcast";
import type { Ingest } from "./ingest";
import { Streamer } from "./Streamer";

const INGEST: Ingest = { kind: "rtmp", address: "rtmp://ingest.example/app", key: "key" };
const track = (id: string) => ({ id }) as MediaStreamTrack;
const on = (id: string): Input => ({ kind: "on", track: track(id) });

class FakeRemote extends EventTarget {
  readonly #picture: string;
  sound: string;
  constructor(picture: string, sound: string) {
    super();
    this.#picture = picture;
    this.sound = sound;
  }
  getVideoTracks = () => [track(this.#picture)];
  getAudioTracks = () => [track(this.sound)];
}
const streamOf = (remote: FakeRemote) => remote as unknown as MediaStream;

/** A stream that remembers what it was told last. */
class FakeBroadcast implements Broadcast {
  readonly shown = new Map<Source, string | null>();
  readonly heard = new Map<Source, string | null>();
  veiled = false;
  stopped = false;
  readonly to: Ingest;
  readonly events: BroadcastEvents;

  constructor(...[to, , events]: Parameters<BeginBroadcast>) {
    this.to = to;
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
  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
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
  const sent = { camera: true, microphone: true, screen: false, resting: false, limit: null };
  const theirs = new Variable({ media: sent });
  const screen = new Variable<ScreenState>({ kind: "off", problem: null });
  const remote = new FakeRemote("their camera", "their microphone");
  const remoteScreen = streamOf(new FakeRemote("their screen", "sound of their screen"));
  const broadcasts: FakeBroadcast[] = [];
  let refusal: Error | null = null;
  const streamer = new Streamer({
    ...{ call, consent, unlocked, theirs, media: { state }, screen: { state: screen } },
    peer: new Variable({ remote: streamOf(remote), remoteScreen }),
    begin: (...begin) => {
      if (refusal !== null) return Promise.reject(refusal);
      broadcasts.push(new FakeBroadcast(...begin));
      return Promise.resolve(broadcasts.at(-1) as FakeBroadcast);
    },
    now: () => 7,
  });
  streamer.start();
  const broadcast = (): FakeBroadcast => {
    const newest = broadcasts.at(-1);
    if (newest === undefined) throw new Error("nothing is streamed");
    return newest;
  };
  const reaches = (kind: string): Promise<void> =>
    vi.waitFor(() => expect(streamer.state.get().kind).toBe(kind));
  return {
    ...{
      streamer,
      call,
      consent,
      answers,
      unlocked,
      state,
      theirs,
      sent,
      remote,
      screen,
      broadcasts,
    },
    ...{ broadcast, reaches, refuse: (cause: unknown) => (refusal = new Error("no", { cause })) },
  };
}

describe("streaming an encounter", () => {
  it("asks nobody when it is only of oneself, and holds nothing of the other", async () => {
    const { streamer, consent, broadcast, reaches } = scene();
    streamer.stream(INGEST, "own");
    await reaches("on");
    expect(consent.ask).not.toHaveBeenCalled();
    expect(broadcast().to).toBe(INGEST);
    expect([...broadcast().shown]).toEqual([
      ["own", "my camera"],
      ["own-screen", null],
    ]);
    expect(broadcast().heard.get("own")).toBe("my microphone");
    expect(broadcast().heard.has("theirs")).toBe(false);
    streamer.finish();
    await reaches("off");
    expect(broadcast().stopped).toBe(true);
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "stopped" });
  });

  it("of both begins with the other's yes, and not before", async () => {
    const { streamer, answers, broadcasts, broadcast, reaches } = scene();
    streamer.stream(INGEST, "both");
    answers("pending");
    expect([streamer.state.get().kind, broadcasts.length]).toEqual(["asking", 0]);
    answers("given");
    await reaches("on");
    expect(broadcast().shown.get("theirs")).toBe("their camera");
    expect(broadcast().heard.get("theirs")).toBe("their microphone");
    expect(broadcast().veiled).toBe(false);
  });

  it.each([
    ["refused", "declined"],
    ["unable", "unable"],
    ["silent", "silent"],
  ] as const)("of both does not begin when the answer is %s", (answer, ending) => {
    const { streamer, answers, broadcasts } = scene();
    streamer.stream(INGEST, "both");
    answers(answer);
    expect(streamer.state.get()).toEqual({ kind: "off", ending });
    expect(broadcasts).toHaveLength(0);
  });

  it("goes on without the other as soon as they take their consent back", async () => {
    const { streamer, answers, broadcast, reaches } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    answers("taken-back");
    expect(broadcast().veiled).toBe(true);
    expect(streamer.state.get()).toMatchObject({ kind: "on", veiled: true });
    answers("given");
    expect(broadcast().veiled).toBe(false);
  });

  it("shows nothing of a camera that the other has switched off", async () => {
    const { streamer, answers, broadcast, reaches, theirs, sent } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    theirs.set({ media: { ...sent, camera: false } });
    expect(broadcast().shown.get("theirs")).toBeNull();
  });

  it("follows another microphone, on either side", async () => {
    const { streamer, answers, broadcast, reaches, state, remote } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    state.set({ ...state.get(), microphone: on("my headset") });
    remote.sound = "their headset";
    remote.dispatchEvent(new Event("addtrack"));
    expect(broadcast().heard.get("own")).toBe("my headset");
    expect(broadcast().heard.get("theirs")).toBe("their headset");
  });

  it("shows the screens that are shared, and no longer", async () => {
    const { streamer, answers, broadcast, reaches, theirs, sent, screen } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    const [picture, sound] = [track("my screen"), track("its sound")];
    screen.set({ kind: "on", picture, sound });
    theirs.set({ media: { ...sent, screen: true } });
    expect(broadcast().shown.get("own-screen")).toBe("my screen");
    expect(broadcast().heard.get("own-screen")).toBe("its sound");
    expect(broadcast().shown.get("their-screen")).toBe("their screen");
    theirs.set({ media: sent });
    screen.set({ kind: "off", problem: null });
    expect(broadcast().shown.get("their-screen")).toBeNull();
    expect(broadcast().shown.get("own-screen")).toBeNull();
  });

  it("tells how the line is doing", async () => {
    const { streamer, broadcast, reaches } = scene();
    streamer.stream(INGEST, "own");
    await reaches("on");
    const line = { state: "reconnecting", bitsPerSecond: 0 } as const;
    broadcast().events.line(line);
    expect(streamer.state.get()).toMatchObject({ kind: "on", line });
  });

  it("ends with the pass that unlocked it, and nothing of the other goes out meanwhile", async () => {
    const { streamer, answers, unlocked, broadcast, reaches, consent } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    unlocked.set(false);
    expect(broadcast().veiled).toBe(true);
    expect(consent.end).toHaveBeenCalled();
    await reaches("off");
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "pass-lost" });
  });

  it("ends with its round", async () => {
    const { streamer, call, broadcast, reaches } = scene();
    streamer.stream(INGEST, "own");
    await reaches("on");
    call.set({ phase: "asking" });
    await reaches("off");
    expect(broadcast().stopped).toBe(true);
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "round-over" });
  });

  it("that breaks says why, and asks the other no longer", async () => {
    const { streamer, answers, broadcast, reaches, consent } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    broadcast().events.broke("key-refused");
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "key-refused" });
    expect(consent.end).toHaveBeenCalled();
    streamer.dismiss();
    expect(streamer.state.get()).toEqual({ kind: "off", ending: null });
  });

  it("that cannot begin says why", async () => {
    const { streamer, refuse, reaches } = scene();
    refuse("unsupported");
    streamer.stream(INGEST, "own");
    await reaches("off");
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "unsupported" });
  });

  it("does not begin without the pass, nor outside of a round", () => {
    const { streamer, call, unlocked, broadcasts } = scene();
    unlocked.set(false);
    streamer.stream(INGEST, "own");
    unlocked.set(true);
    call.set({ phase: "connecting" });
    streamer.stream(INGEST, "own");
    expect(broadcasts).toHaveLength(0);
    expect(streamer.state.get().kind).toBe("off");
  });

  it("that begins too late is ended again", async () => {
    const { streamer, broadcast, reaches } = scene();
    streamer.stream(INGEST, "own");
    streamer.finish();
    await vi.waitFor(() => expect(broadcast().stopped).toBe(true));
    await reaches("off");
  });
});
