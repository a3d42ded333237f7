import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServerMessage } from "../protocol/messages";
import { Variable } from "../signaling/observable";
import { FakeSignaling } from "./fakes";
import { LOOK_EVERY_MS, looks, UNSEEN_LOOK_EVERY_MS } from "./looks";

const welcome: ServerMessage = {
  ...{ type: "welcome", connection: "c", resume: "t" },
  ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
};

let signaling: FakeSignaling;
let visible: Variable<boolean>;
let looked: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  signaling = new FakeSignaling();
  visible = new Variable(true);
  looked = 0;
  stop = looks(() => (looked += 1), { signaling, visible });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it("looks again now and then while somebody sees the page", () => {
  vi.advanceTimersByTime(3 * LOOK_EVERY_MS);
  expect(looked).toBe(3);
});

it("looks more rarely while nobody does, and at once when it is shown", () => {
  visible.set(false);
  vi.advanceTimersByTime(UNSEEN_LOOK_EVERY_MS - 1);
  expect(looked).toBe(0);
  vi.advanceTimersByTime(1);
  expect(looked).toBe(1);
  visible.set(true);
  expect(looked).toBe(2);
  vi.advanceTimersByTime(LOOK_EVERY_MS);
  expect(looked).toBe(3);
});

it("looks on a line that knows nothing, and not once more right after it", () => {
  vi.advanceTimersByTime(LOOK_EVERY_MS - 1);
  signaling.says(welcome);
  expect(looked).toBe(1);
  vi.advanceTimersByTime(LOOK_EVERY_MS - 1);
  expect(looked).toBe(1);
});

it("looks no more once it has stopped", () => {
  stop();
  signaling.says(welcome);
  visible.set(false);
  visible.set(true);
  vi.advanceTimersByTime(UNSEEN_LOOK_EVERY_MS);
  expect(looked).toBe(0);
});
