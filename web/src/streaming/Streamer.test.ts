import { describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import { FakeComposition, fakeEncounter, on, UNFIT } from "../composition/fakes";
import { fakeConsent } from "../consent/fakes";
import { Variable } from "../signaling/observable";
import type { BeginBroadcast, Broadcast, BroadcastEvents } from "./broadcast";
import type { Ingest } from "./ingest";
import { Streamer } from "./Streamer";

const INGEST: Ingest = { kind: "rtmp", address: "rtmp://ingest.example/app", key: "key" };

class FakeBroadcast implements Broadcast {
  readonly composition = new FakeComposition();
  stopped = false;
  readonly to: Ingest;
  readonly events: BroadcastEvents;

  constructor(...[to, , events]: Parameters<BeginBroadcast>) {
    this.to = to;
    this.events = events;
  }

  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }
}

function scene() {
  const call = new Variable<Pick<CallState, "phase">>({ phase: "live" });
  const { consent, answers } = fakeConsent();
  const unlocked = new Variable(true);
  const { parts, ...encounter } = fakeEncounter();
  const broadcasts: FakeBroadcast[] = [];
  let refusal: Error | null = null;
  const streamer = new Streamer({
    ...{ ...parts, call, consent, unlocked },
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
    ...{ ...encounter, streamer, call, consent, answers, unlocked, broadcasts },
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
    expect([...broadcast().composition.shown]).toEqual([
      ["own", "my camera"],
      ["own-screen", null],
    ]);
    expect(broadcast().composition.heard.get("own")).toBe("my microphone");
    expect(broadcast().composition.heard.has("theirs")).toBe(false);
    streamer.finish();
    await reaches("off");
    expect(broadcast().stopped).toBe(true);
    expect(streamer.state.get()).toEqual({ kind: "off", ending: "stopped" });
  });

  it("ends what it cannot feed", async () => {
    const { streamer, state, broadcast, reaches } = scene();
    state.set({ ...state.get(), microphone: on(UNFIT) });
    streamer.stream(INGEST, "own");
    await reaches("off");
    await vi.waitFor(() => expect(broadcast().stopped).toBe(true));
    expect(streamer.state.get()).toMatchObject({ kind: "off", ending: "failed" });
  });

  it("of both begins with the other's yes, and not before", async () => {
    const { streamer, answers, broadcasts, broadcast, reaches } = scene();
    streamer.stream(INGEST, "both");
    answers("pending");
    expect([streamer.state.get().kind, broadcasts.length]).toEqual(["asking", 0]);
    answers("given");
    await reaches("on");
    expect(broadcast().composition.shown.get("theirs")).toBe("their camera");
    expect(broadcast().composition.heard.get("theirs")).toBe("their microphone");
    expect(broadcast().composition.veiled).toBe(false);
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
    expect(broadcast().composition.veiled).toBe(true);
    expect(streamer.state.get()).toMatchObject({ kind: "on", veiled: true });
    answers("given");
    expect(broadcast().composition.veiled).toBe(false);
  });

  it("follows what the two show and say, until it is over", async () => {
    const { streamer, answers, broadcast, reaches, state, theirs, sent } = scene();
    streamer.stream(INGEST, "both");
    answers("given");
    await reaches("on");
    const { shown, heard } = broadcast().composition;
    state.set({ ...state.get(), microphone: on("my headset") });
    theirs.set({ media: { ...sent, camera: false } });
    expect([heard.get("own"), shown.get("theirs")]).toEqual(["my headset", null]);
    streamer.finish();
    await reaches("off");
    theirs.set({ media: sent });
    expect(shown.get("theirs")).toBeNull();
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
    expect(broadcast().composition.veiled).toBe(true);
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
