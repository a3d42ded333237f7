import { describe, expect, it } from "vitest";
import type { ServerMessage } from "../protocol/messages";
import { Unlocked } from "./Unlocked";

function scene() {
  let hear: (message: ServerMessage) => void = () => undefined;
  const unlocked = new Unlocked({
    listen: (listener) => {
      hear = listener;
      return () => undefined;
    },
  });
  unlocked.start();
  const recording = unlocked.to("recording");
  const push = (features: readonly "recording"[] | null): void => {
    const entitlement =
      features === null ? null : { staked: true, passes: 1, features, mayMeet: true };
    hear({
      ...{ type: "welcome", connection: "a", resume: "b", sessionLimitSeconds: 300, relay: true },
      entitlement,
    });
  };
  return { unlocked, recording, push };
}

describe("what a pass unlocks", () => {
  it("is what the page reads from the chain, as long as the service says nothing", () => {
    const { unlocked, recording, push } = scene();
    expect(recording.get()).toBe(false);
    unlocked.readFromChain([{ name: "recording" }]);
    expect(recording.get()).toBe(true);
    push(null);
    expect(recording.get()).toBe(true);
    unlocked.readFromChain([]);
    expect(recording.get()).toBe(false);
  });

  it("is gone as soon as the service says so", () => {
    const { unlocked, recording, push } = scene();
    unlocked.readFromChain([{ name: "recording" }]);
    push(["recording"]);
    expect(recording.get()).toBe(true);
    push([]);
    expect(recording.get()).toBe(false);
  });

  it("is not unlocked by the service alone", () => {
    const { recording, push } = scene();
    push(["recording"]);
    expect(recording.get()).toBe(false);
  });
});
