import { describe, expect, it } from "vitest";
import type { Source } from "./cast";
import { FakeComposition, fakeEncounter, on, track } from "./fakes";
import { Feed } from "./Feed";
import type { Subject } from "./subject";

function scene(subject: Subject) {
  const encounter = fakeEncounter();
  const composition = new FakeComposition();
  const { shown, heard } = composition;
  const feed = new Feed(encounter.parts, composition, subject);
  feed.start();
  return { ...encounter, shown, heard, feed };
}

/** What is not nothing. */
const onlyFrom = (of: ReadonlyMap<Source, string | null>) =>
  [...of].filter(([, track]) => track !== null);

const screens = (of: ReadonlyMap<Source, string | null>) => [
  of.get("own-screen"),
  of.get("their-screen"),
];

describe("what an encounter is composed of", () => {
  it("is what both show and say, if both are in it", () => {
    const { shown, heard } = scene("both");
    expect(onlyFrom(shown)).toEqual([
      ["own", "my camera"],
      ["theirs", "their camera"],
    ]);
    expect([heard.get("own"), heard.get("theirs")]).toEqual(["my microphone", "their microphone"]);
  });

  it("follows other devices, on either side", () => {
    const { shown, heard, state, remote } = scene("both");
    state.set({ camera: on("another camera"), microphone: { kind: "off" } });
    expect([shown.get("own"), heard.get("own")]).toEqual(["another camera", null]);
    remote.sound = "their headset";
    remote.dispatchEvent(new Event("addtrack"));
    expect(heard.get("theirs")).toBe("their headset");
  });

  it("holds no last picture of a camera that is off, or rests", () => {
    const { shown, theirs, sent } = scene("both");
    theirs.set({ media: { ...sent, camera: false } });
    expect(shown.get("theirs")).toBeNull();
    theirs.set({ media: sent });
    expect(shown.get("theirs")).toBe("their camera");
    theirs.set({ media: { ...sent, resting: true } });
    expect(shown.get("theirs")).toBeNull();
  });

  it("holds the screens that are shared, with their sound, and only as long as they are", () => {
    const { shown, heard, screen, theirs, sent } = scene("both");
    expect([screens(shown), screens(heard)]).toEqual([
      [null, null],
      [null, null],
    ]);
    screen.set({ kind: "on", picture: track("my screen"), sound: track("my screen's sound") });
    theirs.set({ media: { ...sent, screen: true } });
    expect(screens(shown)).toEqual(["my screen", "their screen"]);
    expect(screens(heard)).toEqual(["my screen's sound", "their screen's sound"]);
    screen.set({ kind: "off", problem: null });
    theirs.set({ media: sent });
    expect([screens(shown), screens(heard)]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("is nothing of the other if it is of oneself alone, not even their screen", () => {
    const { shown, heard, theirs, sent } = scene("own");
    theirs.set({ media: { ...sent, screen: true } });
    expect(onlyFrom(shown)).toEqual([["own", "my camera"]]);
    expect(onlyFrom(heard)).toEqual([["own", "my microphone"]]);
  });

  it("does not change any more once it is let go of", () => {
    const { shown, heard, state, remote, feed } = scene("both");
    feed.stop();
    state.set({ camera: on("another camera"), microphone: on("another microphone") });
    remote.sound = "their headset";
    remote.dispatchEvent(new Event("addtrack"));
    expect(shown.get("own")).toBe("my camera");
    expect(heard.get("theirs")).toBe("their microphone");
  });
});
