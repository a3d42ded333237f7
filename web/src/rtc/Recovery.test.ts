import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  LOST_AFTER_MS,
  POLITE_LAG_MS,
  Recovery,
  RESTART_AFTER_MS,
  RESTART_EVERY_MS,
} from "./Recovery";

function scene(polite = false) {
  const calls = { restarts: 0, givenUp: 0 };
  const recovery = new Recovery(polite, {
    restart: () => (calls.restarts += 1),
    giveUp: () => (calls.givenUp += 1),
  });
  return { recovery, calls };
}

describe("recovery of a path", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives the path a moment to come back by itself", () => {
    const { recovery, calls } = scene();
    recovery.begin(false);
    vi.advanceTimersByTime(RESTART_AFTER_MS - 1);
    recovery.end();
    vi.advanceTimersByTime(LOST_AFTER_MS);
    expect(calls).toEqual({ restarts: 0, givenUp: 0 });
  });

  it("restarts at once where waiting is hopeless, also when that turns out later", () => {
    const { recovery, calls } = scene();
    recovery.begin(false);
    recovery.begin(true);
    vi.advanceTimersByTime(0);
    expect(calls.restarts).toBe(1);
  });

  it("gives the other's offer the lead where this side is the polite one", () => {
    const { recovery, calls } = scene(true);
    recovery.begin(true);
    vi.advanceTimersByTime(POLITE_LAG_MS - 1);
    expect(calls.restarts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(calls.restarts).toBe(1);
  });

  it("tries again and again, gives up once, and leaves nothing behind", () => {
    const { recovery, calls } = scene();
    recovery.begin(true);
    vi.advanceTimersByTime(LOST_AFTER_MS);
    expect(calls.restarts).toBeGreaterThanOrEqual(LOST_AFTER_MS / RESTART_EVERY_MS - 1);
    expect(calls.givenUp).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not begin the wait anew with every further sign of trouble", () => {
    const { recovery, calls } = scene();
    recovery.begin(false);
    vi.advanceTimersByTime(LOST_AFTER_MS - 1);
    recovery.begin(true);
    vi.advanceTimersByTime(1);
    expect(calls.givenUp).toBe(1);
  });
});
