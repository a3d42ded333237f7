import { describe, expect, it } from "vitest";
import { spokenLevel, spokenOf } from "./spoken";
import type { Scene } from "./spoken";

const QUIET: Scene = {
  mine: { kind: "off", problem: null },
  theirs: { camera: true, microphone: true, screen: false, resting: false, limit: null },
  news: null,
};
const shared: Scene["mine"] = { kind: "on", picture: {} as MediaStreamTrack, sound: null };

describe("what a screen reader is told", () => {
  it("is when a screen is shared, and when no longer, on both sides", () => {
    const mine = { ...QUIET, mine: shared };
    const theirs = { ...QUIET, theirs: { ...QUIET.theirs, screen: true } };
    expect(spokenOf(QUIET, mine)).toEqual({ of: "mine" });
    expect(spokenOf(mine, QUIET)).toEqual({ of: "mineEnded" });
    expect(spokenOf(QUIET, theirs)).toEqual({ of: "theirs" });
    expect(spokenOf(theirs, QUIET)).toEqual({ of: "theirsEnded" });
  });

  it("is nothing while the browser asks what to share", () => {
    expect(spokenOf(QUIET, { ...QUIET, mine: { kind: "choosing" } })).toBeNull();
  });

  it("is how the connection does when that changes, but not at the start", () => {
    expect(spokenLevel(null, "good")).toBeNull();
    expect(spokenLevel("good", "poor")).toBe("poor");
    expect(spokenLevel("poor", "poor")).toBeNull();
    expect(spokenLevel("good", "interrupted")).toBeNull();
    expect(spokenLevel("interrupted", "good")).toBe("good");
  });

  it("is each piece of news about a device once", () => {
    const told: Scene = { ...QUIET, news: { role: "camera", what: "replaced", label: "Desk" } };
    expect(spokenOf(QUIET, told)).toEqual({ of: "news", news: told.news });
    expect(spokenOf(told, told)).toBeNull();
  });

  it("is that their picture rests", () => {
    const resting = { ...QUIET, theirs: { ...QUIET.theirs, resting: true } };
    expect(spokenOf(QUIET, resting)).toEqual({ of: "resting" });
    expect(spokenOf(resting, QUIET)).toBeNull();
  });
});
