import { describe, expect, it } from "vitest";
import type { PeerPort } from "../rtc/Peer";
import type { HeldBack } from "../rtc/Adaptation";
import { Variable } from "../signaling/observable";
import { countersOf } from "../statistics/counters";
import { qualityBetween } from "../statistics/quality";
import type { Quality } from "../statistics/quality";
import { RECORDED } from "../statistics/recorded";
import { CallQuality } from "./CallQuality";
import type { Theirs } from "./Meeting";

const fine = qualityBetween(
  countersOf(RECORDED.firefox.first),
  countersOf(RECORDED.firefox.second),
);

const STEADY: Theirs = {
  connection: "steady",
  relay: "open",
  stalled: false,
  media: { camera: true, microphone: true, screen: false, resting: false, limit: null },
};

function aPeer() {
  return {
    quality: new Variable<Quality | null>(null),
    heldBack: new Variable<HeldBack>({ rung: 0, limit: null, soundOnly: false }),
  };
}

function scene() {
  const theirs = new Variable(STEADY);
  const peer = new Variable<PeerPort | null>(null);
  const quality = new CallQuality({ peer, theirs });
  quality.start();
  let now = 0;
  /** Lives through some seconds with this peer. */
  const live = (of: ReturnType<typeof aPeer>, seconds: number): void => {
    for (let left = seconds * 1_000; left > 0; left -= 500)
      of.quality.set({ ...fine, at: (now += 500) });
  };
  const meet = (): ReturnType<typeof aPeer> => {
    const next = aPeer();
    peer.set(next as unknown as PeerPort);
    return next;
  };
  return { theirs, peer, quality, live, meet };
}

describe("the quality of a call", () => {
  it("is not known before anything is measured, and good when all is well", () => {
    const { quality, live, meet } = scene();
    const peer = meet();
    expect(quality.indicator.get()).toBeNull();
    live(peer, 10);
    expect(quality.indicator.get()?.overall.level).toBe("good");
    expect(quality.figures.get()?.received.camera?.codec).toBe("VP8");
  });

  it("is the worse of both directions, each with its own reason", () => {
    const { quality, live, meet, theirs } = scene();
    const peer = meet();
    theirs.set({ ...STEADY, media: { ...STEADY.media, limit: "cpu" } });
    peer.heldBack.set({ rung: 5, limit: "bandwidth", soundOnly: true });
    live(peer, 5);
    expect(quality.indicator.get()).toEqual({
      received: { level: "fair", reason: "their-cpu" },
      sent: { level: "poor", reason: "bandwidth" },
      overall: { level: "poor", reason: "bandwidth" },
    });
  });

  it("says at once that nothing arrives", () => {
    const { quality, live, meet, theirs } = scene();
    live(meet(), 5);
    theirs.set({ ...STEADY, stalled: true });
    expect(quality.indicator.get()?.overall).toEqual({ level: "interrupted", reason: "path" });
    theirs.set(STEADY);
    expect(quality.indicator.get()?.overall.level).toBe("good");
  });

  it("begins anew with every person", () => {
    const { quality, live, meet, theirs } = scene();
    const first = meet();
    live(first, 5);
    theirs.set({ ...STEADY, stalled: true });
    theirs.set(STEADY);
    meet();
    expect([quality.indicator.get(), quality.figures.get()]).toEqual([null, null]);
    live(first, 5);
    expect(quality.figures.get()).toBeNull();
  });
});
