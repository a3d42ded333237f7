import { describe, expect, it, vi } from "vitest";
import { Variable } from "../signaling/observable";
import { FromFirstCall } from "./FromFirstCall";
import type { CallState } from "./state";

function scene(load: () => Promise<void> = () => Promise.resolve()) {
  const call = new Variable<Pick<CallState, "phase">>({ phase: "idle" });
  const made: { stopped: boolean }[] = [];
  let asked = 0;
  const part = new FromFirstCall(call, async () => {
    asked += 1;
    await load();
    const one = { stopped: false };
    made.push(one);
    return {
      stop: () => {
        one.stopped = true;
      },
    };
  });
  part.start();
  return {
    ...{ call, made, part, asked: () => asked },
    ready: () => vi.waitFor(() => expect(part.state.get()).not.toBeNull()),
  };
}

describe("a part that calls need", () => {
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
    const { call, part, asked, ready } = scene(() =>
      fails ? Promise.reject(new Error("offline")) : Promise.resolve(),
    );
    call.set({ phase: "connecting" });
    await vi.waitFor(() => expect(asked()).toBe(1));
    expect(part.state.get()).toBeNull();
    fails = false;
    await vi.waitFor(() => {
      call.set({ phase: "live" });
      expect(asked()).toBe(2);
    });
    await ready();
  });

  it("that comes only after everything was stopped is stopped, too", async () => {
    let come: () => void = () => undefined;
    const { call, part, made } = scene(() => new Promise((resolve) => (come = resolve)));
    call.set({ phase: "connecting" });
    part.stop();
    come();
    await vi.waitFor(() => expect(made).toEqual([{ stopped: true }]));
    expect(part.state.get()).toBeNull();
  });
});
