import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import { FakeControl } from "../channel/fakes";
import { Variable } from "../signaling/observable";
import { CallConsent, SILENCE_MS } from "./CallConsent";

function person() {
  const peer = new Variable<{ readonly control: FakeControl } | null>(null);
  const call = new Variable<Pick<CallState, "phase">>({ phase: "live" });
  const consent = new CallConsent("recording", { peer, call });
  consent.start();
  return { peer, call, consent };
}

function scene() {
  const [recorder, recorded] = [person(), person()];
  const [one, other] = [new FakeControl(), new FakeControl()];
  one.connect(other);
  recorder.peer.set({ control: one });
  recorded.peer.set({ control: other });
  return { recorder, recorded };
}

describe("asking to record", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("reaches the other, and their yes comes back until they take it back", () => {
    const { recorder, recorded } = scene();
    recorder.consent.ask();
    expect(recorded.consent.state.get().theirs.request).toBe("asked");
    recorded.consent.give();
    expect(recorder.consent.state.get().mine.answer).toBe("given");
    recorded.consent.takeBack();
    expect(recorder.consent.state.get().mine.answer).toBe("taken-back");
  });

  it("is over with the round, on both sides", () => {
    const { recorder, recorded } = scene();
    recorder.consent.ask();
    recorded.consent.give();
    recorder.call.set({ phase: "asking" });
    expect(recorder.consent.state.get().mine.answer).toBe("unasked");
    expect(recorded.consent.state.get().theirs.request).toBe("nothing");
    recorder.consent.ask();
    expect(recorded.consent.state.get().theirs.request).toBe("nothing");
  });

  it("is answered by the page itself while nobody can be asked", () => {
    const { recorder, recorded } = scene();
    recorded.call.set({ phase: "connecting" });
    recorder.consent.ask();
    expect(recorder.consent.state.get().mine.answer).toBe("unable");
  });

  it("is given up where nothing answers, and not where a person thinks", () => {
    const { recorder } = scene();
    recorder.consent.ask();
    vi.advanceTimersByTime(10 * SILENCE_MS);
    expect(recorder.consent.state.get().mine.answer).toBe("pending");
    recorder.peer.set({ control: new FakeControl() });
    recorder.consent.ask();
    vi.advanceTimersByTime(SILENCE_MS);
    expect(recorder.consent.state.get().mine.answer).toBe("silent");
  });

  it("means nothing to whoever comes next", () => {
    const { recorder, recorded } = scene();
    recorder.consent.ask();
    recorded.consent.give();
    recorder.peer.set({ control: new FakeControl() });
    expect(recorder.consent.state.get().mine).toEqual({ turn: 0, answer: "unasked" });
    expect(vi.getTimerCount()).toBe(0);
  });
});
