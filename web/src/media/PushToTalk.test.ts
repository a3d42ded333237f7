import { describe, expect, it } from "vitest";
import { Variable } from "../signaling/observable";
import type { MediaState } from "./LocalMedia";
import { PushToTalk } from "./PushToTalk";

function scene(wanted: boolean, muted: boolean) {
  const state = new Variable({ muted } as MediaState);
  const media = { state, setMuted: (now: boolean) => state.set({ ...state.get(), muted: now }) };
  return { talk: new PushToTalk(media, wanted), muted: () => state.get().muted };
}

describe("push to talk", () => {
  it("is heard as long as the key is held", () => {
    const { talk, muted } = scene(true, true);
    expect(talk.press()).toBe(true);
    expect([muted(), talk.talking.get()]).toEqual([false, true]);
    expect(talk.press()).toBe(true);
    expect(talk.release()).toBe(true);
    expect([muted(), talk.talking.get()]).toEqual([true, false]);
  });

  it("leaves the key to others for somebody who is heard anyway, or does not want it", () => {
    for (const [wanted, muted] of [
      [true, false],
      [false, true],
    ] as const) {
      const { talk, muted: mutedNow } = scene(wanted, muted);
      expect(talk.press()).toBe(false);
      expect(talk.release()).toBe(false);
      expect(mutedNow()).toBe(muted);
    }
  });

  it("gives way to the switch", () => {
    const { talk, muted } = scene(true, true);
    talk.press();
    talk.settle(false);
    expect(talk.release()).toBe(false);
    expect(muted()).toBe(false);
  });
});
