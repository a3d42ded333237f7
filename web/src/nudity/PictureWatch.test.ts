import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Variable } from "../signaling/observable";
import type { CheckerState, Look } from "./Checker";
import { LOOK_SIDE } from "./messages";
import { PENDING_MS, PictureWatch } from "./PictureWatch";
import type { Guard } from "./PictureWatch";

const track = (id: string) => ({ id }) as MediaStreamTrack;

function image(detailed: boolean): ImageData {
  const data = new Uint8ClampedArray(4 * LOOK_SIDE * LOOK_SIDE);
  if (detailed) for (let i = 1; i < data.length; i += 12) data[i] = 255;
  return { data, width: LOOK_SIDE, height: LOOK_SIDE } as unknown as ImageData;
}

function scene(comesCoarse = false, checkerState: CheckerState = "ready") {
  const state = new Variable<CheckerState>(checkerState);
  const now = { suspicion: 0, detailed: true, seen: true, cpuBound: false, failing: false };
  const looks: number[] = [];
  const played: (string | null)[] = [];
  const guards: Guard[] = [];
  const watch = new PictureWatch({
    checker: {
      state,
      wake: () => undefined,
      rest: () => undefined,
      look: (): Promise<Look | null> => {
        looks.push(Date.now());
        return Promise.resolve(now.failing ? null : { suspicion: now.suspicion, millis: 50 });
      },
    },
    sampler: {
      play: (playing) => played.push(playing?.id ?? null),
      grab: () => image(now.detailed),
    },
    cpuBound: () => now.cpuBound,
    isSeen: () => now.seen,
    comesCoarse,
  });
  watch.guard.subscribe(() => guards.push(watch.guard.get()));
  const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);
  return { state, now, looks, played, guards, watch, pass, guard: () => watch.guard.get() };
}

describe("the watch on a picture", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("lets a picture through after the first look, and goes on looking", async () => {
    const { watch, guards, looks, pass } = scene();
    watch.watch(track("a"));
    await pass(0);
    expect(guards).toEqual(["pending", "open"]);
    await pass(15_000);
    expect(looks).toHaveLength(11);
  });

  it("asks when two looks in a row worry, and is quick about the second", async () => {
    const { watch, now, guard, pass } = scene();
    watch.watch(track("a"));
    await pass(0);
    now.suspicion = 0.9;
    await pass(1_500);
    expect(guard()).toBe("open");
    await pass(250);
    expect(guard()).toBe("suspect");
  });

  it("never shows a picture that worries from the start", async () => {
    const { watch, now, guards, pass } = scene();
    now.suspicion = 0.9;
    watch.watch(track("a"));
    await pass(10_000);
    expect(guards).toEqual(["pending", "suspect"]);
  });

  it("says that it seems over, and still asks", async () => {
    const { watch, now, guard, guards, pass } = scene();
    now.suspicion = 0.9;
    watch.watch(track("a"));
    await pass(500);
    now.suspicion = 0.05;
    await pass(10_000);
    expect(guard()).toBe("eased");
    expect(guards).not.toContain("open");
  });

  it("looks no more once the person has allowed it, at no picture of this other", async () => {
    const { watch, now, looks, played, guard, pass } = scene();
    now.suspicion = 0.9;
    watch.watch(track("a"));
    await pass(500);
    watch.allow();
    const { length } = looks;
    await pass(10_000);
    watch.watch(track("b"));
    await pass(10_000);
    expect(guard()).toBe("open");
    expect(looks).toHaveLength(length);
    expect(played.at(-1)).toBeNull();
  });

  it("begins anew with somebody else", async () => {
    const { watch, now, guard, pass } = scene();
    watch.watch(track("a"));
    watch.allow();
    watch.forget();
    now.suspicion = 0.9;
    watch.watch(track("b"));
    await pass(500);
    expect(guard()).toBe("suspect");
  });

  it("looks at another camera before it is shown, without a gap between the two", async () => {
    const { watch, guards, pass } = scene();
    watch.watch(track("a"));
    await pass(0);
    guards.length = 0;
    watch.watch(track("b"));
    expect(guards).toEqual(["pending"]);
    await pass(0);
    expect(guards).toEqual(["pending", "open"]);
  });

  it("does not take a coarse picture for a first look", async () => {
    const { watch, now, looks, guard, pass } = scene(true);
    now.detailed = false;
    watch.watch(track("a"));
    await pass(PENDING_MS - 1);
    expect(looks).toHaveLength(0);
    expect(guard()).toBe("pending");
    now.detailed = true;
    now.suspicion = 0.9;
    watch.watch(track("b"));
    await pass(500);
    expect(guard()).toBe("suspect");
  });

  it("waits no longer than a moment: what cannot be looked at is shown", async () => {
    const { watch, now, guard, pass } = scene(true);
    now.detailed = false;
    watch.watch(track("a"));
    await pass(PENDING_MS);
    expect(guard()).toBe("open");
    // A dark room is looked at all the same, from now on.
    now.suspicion = 0.9;
    await pass(3_000);
    expect(guard()).toBe("suspect");
  });

  it("does not wait for a model that will not come", () => {
    const { watch, guards } = scene(false, "unavailable");
    watch.watch(track("a"));
    expect(guards.at(-1)).toBe("open");
    const late = scene(false, "loading");
    late.watch.watch(track("a"));
    late.state.set("unavailable");
    expect(late.guards).toEqual(["pending", "open"]);
  });

  it("looks as soon as the model is there, also at what is shown already", async () => {
    const { watch, now, state, guard, pass } = scene(false, "loading");
    now.suspicion = 0.9;
    watch.watch(track("a"));
    await pass(PENDING_MS + 100);
    expect(guard()).toBe("open");
    state.set("ready");
    await pass(500);
    expect(guard()).toBe("suspect");
  });

  it("does not look for nobody, nor while it rests", async () => {
    const { watch, now, looks, pass } = scene();
    now.seen = false;
    watch.watch(track("a"));
    await pass(10_000);
    expect(looks).toHaveLength(0);
    now.seen = true;
    watch.pause(true);
    await pass(10_000);
    expect(looks).toHaveLength(0);
    watch.pause(false);
    await pass(0);
    expect(looks).toHaveLength(1);
  });

  it("spares a device that cannot keep up", async () => {
    const { watch, now, looks, pass } = scene();
    now.cpuBound = true;
    watch.watch(track("a"));
    await pass(0);
    await pass(2_999);
    expect(looks).toHaveLength(1);
    await pass(1);
    expect(looks).toHaveLength(2);
  });

  it("survives looks that fail", async () => {
    const { watch, now, guard, pass } = scene();
    now.failing = true;
    watch.watch(track("a"));
    await pass(PENDING_MS);
    expect(guard()).toBe("open");
  });

  it("leaves nothing behind", async () => {
    const { watch, played, pass } = scene();
    watch.watch(track("a"));
    await pass(100);
    watch.watch(null);
    expect(played.at(-1)).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});
