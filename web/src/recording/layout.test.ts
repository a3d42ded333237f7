import { describe, expect, it } from "vitest";
import { FRAME, placeIn, roomsIn } from "./layout";
import type { Rectangle, Size } from "./layout";

const WIDE: Size = { width: 1280, height: 720 };
const TALL: Size = { width: 720, height: 1280 };
const SQUARE: Size = { width: 600, height: 600 };

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isWithin(outer: Rectangle, inner: Rectangle): boolean {
  const slack = 1e-6;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

describe("the composed picture", () => {
  it("gives the whole frame to one", () => {
    expect(roomsIn(FRAME, 1)).toEqual([{ x: 0, y: 0, width: 1280, height: 720 }]);
  });

  it.each([WIDE, TALL])("has two rooms of one size that do not meet, in a frame of %j", (frame) => {
    const [first, second] = roomsIn(frame, 2);
    if (first === undefined || second === undefined) throw new Error("two were asked for");
    expect(overlap(first, second)).toBe(false);
    expect([first.width, first.height]).toEqual([second.width, second.height]);
    for (const room of [first, second]) expect(isWithin({ x: 0, y: 0, ...frame }, room)).toBe(true);
  });

  it.each([WIDE, TALL, SQUARE])(
    "shows three quarters or more of %j, undistorted, in its room",
    (picture) => {
      for (const room of [...roomsIn(FRAME, 1), ...roomsIn(FRAME, 2)]) {
        const { from, to } = placeIn(room, picture);
        expect(isWithin(room, to)).toBe(true);
        expect(isWithin({ x: 0, y: 0, ...picture }, from)).toBe(true);
        expect(to.width / to.height).toBeCloseTo(from.width / from.height, 6);
        const shown = (from.width * from.height) / (picture.width * picture.height);
        expect(shown).toBeGreaterThanOrEqual(0.75 - 1e-9);
      }
    },
  );

  it("fills a room that has the picture's own shape", () => {
    const [room] = roomsIn(FRAME, 1);
    if (room === undefined) throw new Error("one was asked for");
    expect(placeIn(room, { width: 640, height: 360 })).toEqual({
      from: { x: 0, y: 0, width: 640, height: 360 },
      to: room,
    });
  });

  it("keeps the middle of what it cuts", () => {
    const [room] = roomsIn(FRAME, 2);
    if (room === undefined) throw new Error("two were asked for");
    const { from } = placeIn(room, WIDE);
    expect(from.x).toBeCloseTo((WIDE.width - from.width) / 2);
    expect(from.width).toBeCloseTo(WIDE.width * 0.75);
  });
});
