import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Checker } from "./Checker";
import type { FromChecker, ToChecker } from "./messages";

/** A worker whose other end is the test. */
class FakeWorker {
  readonly asked: ToChecker[] = [];
  terminated = false;
  onmessage: (event: { data: FromChecker }) => void = () => undefined;
  onerror: () => void = () => undefined;

  postMessage(message: ToChecker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  says(data: FromChecker): void {
    this.onmessage({ data });
  }
}

const picture = () => ({ data: new Uint8ClampedArray(4) }) as ImageData;

function scene() {
  const workers: FakeWorker[] = [];
  const checker = new Checker(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  const worker = (): FakeWorker => {
    const newest = workers.at(-1);
    if (newest === undefined) throw new Error("nothing was loaded");
    return newest;
  };
  return { checker, workers, worker };
}

function ready() {
  const made = scene();
  made.checker.wake();
  made.worker().says({ type: "ready" });
  return made;
}

describe("the checker", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("loads nothing before it is needed, and then once", () => {
    const { checker, workers } = scene();
    expect(workers).toHaveLength(0);
    checker.wake();
    checker.wake();
    expect(workers).toHaveLength(1);
    expect(checker.state.get()).toBe("loading");
  });

  it("says what a look has found", async () => {
    const { checker, worker } = ready();
    const look = checker.look(picture());
    const [asked] = worker().asked;
    worker().says({ type: "seen", look: asked?.look ?? 0, suspicion: 0.4, millis: 55 });
    expect(await look).toMatchObject({ suspicion: 0.4, millis: 55 });
  });

  it("takes one picture at a time", async () => {
    const { checker, worker } = ready();
    void checker.look(picture());
    expect(await checker.look(picture())).toBeNull();
    expect(worker().asked).toHaveLength(1);
  });

  it("passes over an answer to a question that it did not ask", async () => {
    const { checker, worker } = ready();
    const look = checker.look(picture());
    worker().says({ type: "seen", look: 99, suspicion: 1, millis: 1 });
    worker().says({ type: "seen", look: 1, suspicion: 0, millis: 1 });
    expect(await look).toMatchObject({ suspicion: 0 });
  });

  it("is not available when the model cannot be loaded, or takes for ever", () => {
    const failing = scene();
    failing.checker.wake();
    failing.worker().says({ type: "failed", look: null });
    expect(failing.checker.state.get()).toBe("unavailable");
    const slow = scene();
    slow.checker.wake();
    vi.advanceTimersByTime(90_000);
    expect(slow.checker.state.get()).toBe("unavailable");
    expect(slow.worker().terminated).toBe(true);
  });

  it("is not available any more when a look never ends, and tells whoever waits", async () => {
    const { checker } = ready();
    const look = checker.look(picture());
    vi.advanceTimersByTime(15_000);
    expect(await look).toBeNull();
    expect(checker.state.get()).toBe("unavailable");
    expect(await checker.look(picture())).toBeNull();
  });

  it("forgives a look that fails, but not three in a row", async () => {
    const { checker, worker } = ready();
    for (const number of [1, 2, 3]) {
      const look = checker.look(picture());
      expect(checker.state.get()).toBe("ready");
      worker().says({ type: "failed", look: number });
      expect(await look).toBeNull();
    }
    expect(checker.state.get()).toBe("unavailable");
  });

  it("lets go of the model when it rests, and loads it again afterwards", () => {
    const { checker, worker, workers } = ready();
    checker.rest();
    expect(worker().terminated).toBe(true);
    expect(checker.state.get()).toBe("resting");
    checker.wake();
    expect(workers).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(1);
    checker.rest();
    expect(vi.getTimerCount()).toBe(0);
  });
});
