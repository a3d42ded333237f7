import { expect, it } from "vitest";
import { RoomWatch, SPARE_BYTES } from "./room";

function scene(left: number | null) {
  const clock = { now: 0, asked: 0, left };
  const watch = new RoomWatch(
    () => {
      clock.asked += 1;
      return Promise.resolve(clock.left);
    },
    () => clock.now,
  );
  return { clock, watch };
}

it("ends a recording while its whole file still fits beside it", async () => {
  const { clock, watch } = scene(SPARE_BYTES + 1_000);
  expect(await watch.hasRoomFor(1_000)).toBe(true);
  clock.now = 2_000;
  expect(await watch.hasRoomFor(1_001)).toBe(false);
});

it("asks now and then, not with every piece", async () => {
  const { clock, watch } = scene(SPARE_BYTES);
  for (clock.now = 0; clock.now < 2_000; clock.now += 100) await watch.hasRoomFor(0);
  expect(clock.asked).toBe(1);
});

it("goes on where the browser does not say what is left", async () => {
  expect(await scene(null).watch.hasRoomFor(1 << 30)).toBe(true);
});
