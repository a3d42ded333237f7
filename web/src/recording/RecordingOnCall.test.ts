import { describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import { Variable } from "../signaling/observable";
import type { CallRecording } from "./CallRecording";
import { RecordingOnCall } from "./RecordingOnCall";

function scene(load: () => Promise<void> = () => Promise.resolve()) {
  const call = new Variable<Pick<CallState, "phase">>({ phase: "idle" });
  const made: { stopped: boolean }[] = [];
  let asked = 0;
  const onCall = new RecordingOnCall(call, async () => {
    asked += 1;
    await load();
    const one = { stopped: false };
    made.push(one);
    return { stop: () => (one.stopped = true) } as unknown as CallRecording;
  });
  onCall.start();
  return {
    ...{ call, made, onCall, asked: () => asked },
    ready: () => vi.waitFor(() => expect(onCall.state.get()).not.toBeNull()),
  };
}

describe("recording", () => {
  it("is asked for when the first call begins, and stays for all that follow", async () => {
    const { call, made, asked, ready } = scene();
    call.set({ phase: "waiting" });
    expect(asked()).toBe(0);
    call.set({ phase: "connecting" });
    call.set({ phase: "live" });
    await ready();
    call.set({ phase: "asking" });
    call.set({ phase: "live" });
    expect([asked(), made.length]).toEqual([1, 1]);
  });

  it("is asked for again when it did not come over the line", async () => {
    let fails = true;
    const { call, onCall, asked, ready } = scene(() =>
      fails ? Promise.reject(new Error("offline")) : Promise.resolve(),
    );
    call.set({ phase: "connecting" });
    await vi.waitFor(() => expect(asked()).toBe(1));
    expect(onCall.state.get()).toBeNull();
    fails = false;
    await vi.waitFor(() => {
      call.set({ phase: "live" });
      expect(asked()).toBe(2);
    });
    await ready();
  });

  it("that comes only after everything was stopped is stopped, too", async () => {
    let come: () => void = () => undefined;
    const { call, onCall, made } = scene(() => new Promise((resolve) => (come = resolve)));
    call.set({ phase: "connecting" });
    onCall.stop();
    come();
    await vi.waitFor(() => expect(made).toEqual([{ stopped: true }]));
    expect(onCall.state.get()).toBeNull();
  });
});
