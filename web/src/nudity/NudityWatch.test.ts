import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Theirs } from "../call/Meeting";
import { AT_REST } from "../call/state";
import type { CallState } from "../call/state";
import { NO_DEVICES } from "../media/devices";
import type { MediaState } from "../media/LocalMedia";
import type { HeldBack } from "../rtc/Adaptation";
import { Variable } from "../signaling/observable";
import { NOTHING_AGREED } from "../veil/agreement";
import type { OwnCheck } from "../veil/picture";
import type { VeilState } from "../veil/Veil";
import type { CheckerState } from "./Checker";
import { LOOK_SIDE } from "./messages";
import { NudityWatch, WAKE_AFTER_MS } from "./NudityWatch";
import type { WatchedPeer } from "./NudityWatch";

function stream(id: string): MediaStream {
  const tracks = [{ id } as MediaStreamTrack];
  return { getVideoTracks: () => tracks } as unknown as MediaStream;
}

class FakePeer implements WatchedPeer {
  readonly remote: MediaStream;
  readonly remoteScreen = stream("their screen");
  readonly heldBack = new Variable<HeldBack>({ rung: 0, limit: null, soundOnly: false });
  readonly masked: Record<string, boolean> = {};

  constructor(name: string) {
    this.remote = stream(name);
  }
  mask(slot: string, masked: boolean): void {
    this.masked[slot] = masked;
  }
}

const AGREED = { ...NOTHING_AGREED, mine: true, theirs: true, known: true };

/** A call in which every picture is as suspicious as the test says of its track. */
function scene() {
  const call = new Variable<CallState>(AT_REST);
  const peer = new Variable<FakePeer | null>(null);
  const theirs = new Variable<Theirs>({
    connection: "steady",
    stalled: false,
    relay: "open",
    media: { camera: true, microphone: true, screen: false, resting: false, limit: null },
  });
  const media = new Variable<MediaState>({
    camera: { kind: "on", track: { id: "mine" } as MediaStreamTrack },
    microphone: { kind: "off" },
    devices: NO_DEVICES,
    chosen: {},
    muted: false,
    cameraOff: false,
  });
  const veil = new Variable<VeilState>({
    agreement: NOTHING_AGREED,
    sight: "coarse",
    theirsHeld: false,
  });
  const check = new Variable<OwnCheck>("passed");
  const checker = new Variable<CheckerState>("resting");
  const suspicious = new Set<string>();
  const playing = new Set<string>();
  let looked = "";
  let veiled = 0;
  const watch = new NudityWatch({
    ...{ call, peer, theirs, check },
    media: { state: media },
    veil: { state: veil, veil: () => (veiled += 1) },
    checker: {
      state: checker,
      wake: () => {
        if (checker.get() === "resting") checker.set("ready");
      },
      rest: () => checker.set("resting"),
      look: () => Promise.resolve({ suspicion: suspicious.has(looked) ? 1 : 0, millis: 50 }),
    },
    makeSampler: () => {
      let id: string | null = null;
      return {
        play: (track) => {
          if (id !== null) playing.delete(id);
          id = track?.id ?? null;
          if (id !== null) playing.add(id);
        },
        grab: () => {
          looked = id ?? "";
          const data = new Uint8ClampedArray(4 * LOOK_SIDE * LOOK_SIDE);
          for (let i = 1; i < data.length; i += 12) data[i] = 255;
          return { data, width: LOOK_SIDE, height: LOOK_SIDE } as unknown as ImageData;
        },
      };
    },
    isVisible: () => true,
  });
  watch.start();
  const phase = (next: CallState["phase"]): void => call.set({ phase: next } as CallState);
  const meet = (name: string): FakePeer => {
    const next = new FakePeer(name);
    peer.set(next);
    veil.set({ agreement: NOTHING_AGREED, sight: "coarse", theirsHeld: false });
    phase("live");
    return next;
  };
  const agreed = (): void => veil.set({ agreement: AGREED, sight: "clear", theirsHeld: false });
  const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);
  return {
    ...{ watch, call, peer, theirs, media, veil, check, checker, suspicious, playing },
    ...{ phase, meet, agreed, pass, veiled: () => veiled },
  };
}

describe("the watch for nudity", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("loads nothing before two have met, and lets the connection have the line at first", async () => {
    const { phase, meet, checker, pass } = scene();
    phase("waiting");
    await pass(10_000);
    expect(checker.get()).toBe("resting");
    meet("bruno");
    await pass(WAKE_AFTER_MS - 1);
    expect(checker.get()).toBe("resting");
    await pass(1);
    expect(checker.get()).toBe("ready");
  });

  it("loads at once when somebody wants to be seen", () => {
    const { meet, veil, checker } = scene();
    meet("bruno");
    veil.set({ ...veil.get(), agreement: { ...NOTHING_AGREED, theirs: true } });
    expect(checker.get()).toBe("ready");
  });

  it("looks at nobody who is veiled", async () => {
    const { meet, playing, pass } = scene();
    meet("bruno");
    await pass(10_000);
    expect([...playing]).toEqual([]);
  });

  it("has looked at one's own picture before it is sent", async () => {
    const { meet, veil, check, pass } = scene();
    meet("bruno");
    veil.set({ ...veil.get(), agreement: { ...NOTHING_AGREED, mine: true } });
    expect(check.get()).toBe("pending");
    await pass(0);
    expect(check.get()).toBe("passed");
  });

  it("holds one's own picture back when it may show nudity, until one wants it shown", async () => {
    const { watch, meet, agreed, suspicious, check, pass } = scene();
    suspicious.add("mine");
    meet("bruno");
    agreed();
    await pass(1_000);
    expect(check.get()).toBe("suspected");
    expect(watch.own.get()).toBe("suspect");
    watch.showOwn();
    expect(check.get()).toBe("passed");
    await pass(10_000);
    expect(check.get()).toBe("passed");
  });

  it("takes the wish to be seen back for who would rather stay veiled", () => {
    const { watch, veiled } = scene();
    watch.stayVeiled();
    expect(veiled()).toBe(1);
  });

  it("masks theirs when it may show nudity, until one wants to see it", async () => {
    const { watch, meet, agreed, suspicious, pass } = scene();
    suspicious.add("bruno");
    const bruno = meet("bruno");
    agreed();
    await pass(2_000);
    expect(watch.theirs.get()).toBe("suspect");
    expect(bruno.masked["camera"]).toBe(true);
    watch.showTheirs();
    expect(bruno.masked["camera"]).toBe(false);
  });

  it("looks at a screen as at a face, though it is never veiled", async () => {
    const { watch, meet, theirs, suspicious, pass } = scene();
    suspicious.add("their screen");
    const bruno = meet("bruno");
    theirs.set({ ...theirs.get(), media: { ...theirs.get().media, screen: true } });
    await pass(2_000);
    expect(watch.screen.get()).toBe("suspect");
    expect(bruno.masked["screen"]).toBe(true);
    theirs.set({ ...theirs.get(), media: { ...theirs.get().media, screen: false } });
    expect(watch.screen.get()).toBe("open");
    expect(bruno.masked["screen"]).toBe(false);
  });

  it("asks nothing about the next one that was asked about the last, and allows them nothing", async () => {
    const { watch, meet, agreed, suspicious, pass } = scene();
    suspicious.add("bruno").add("chioma");
    meet("bruno");
    agreed();
    await pass(2_000);
    watch.showTheirs();
    const chioma = meet("chioma");
    expect(watch.theirs.get()).toBe("open");
    agreed();
    await pass(2_000);
    expect(watch.theirs.get()).toBe("suspect");
    expect(chioma.masked["camera"]).toBe(true);
  });

  it("rests between two rounds, and what was found stays found", async () => {
    const { watch, meet, agreed, suspicious, phase, pass } = scene();
    suspicious.add("bruno");
    meet("bruno");
    agreed();
    await pass(2_000);
    phase("asking");
    suspicious.clear();
    await pass(20_000);
    expect(watch.theirs.get()).toBe("suspect");
    phase("live");
    await pass(20_000);
    expect(watch.theirs.get()).toBe("eased");
  });

  it("lets go of every picture and of the model in the end", async () => {
    const { watch, meet, agreed, phase, peer, playing, checker, pass } = scene();
    meet("bruno");
    agreed();
    await pass(1_000);
    peer.set(null);
    phase("idle");
    expect([...playing]).toEqual([]);
    expect(checker.get()).toBe("resting");
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
