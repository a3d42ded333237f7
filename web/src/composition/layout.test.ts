import { describe, expect, it } from "vitest";
import { FACE_CUT, FRAME, placeIn, roomsIn } from "./layout";
import type { Rectangle, Rooms, Size } from "./layout";

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

const allOf = ({ faces, screens }: Rooms): readonly Rectangle[] => [...faces, ...screens];
const areaOf = ({ width, height }: Size): number => width * height;

function only(rooms: readonly Rectangle[]): Rectangle {
  const [room, ...others] = rooms;
  if (room === undefined || others.length > 0) throw new Error(`${rooms.length} rooms`);
  return room;
}

describe("the composed picture", () => {
  it("gives the whole frame to one who shares nothing", () => {
    expect(only(roomsIn(FRAME, 1, 0).faces)).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
  });

  it.each([
    { faces: 2, screens: 0 },
    { faces: 1, screens: 1 },
    { faces: 2, screens: 1 },
    { faces: 2, screens: 2 },
  ])("has a room of their own for %j, within the frame", ({ faces, screens }) => {
    const rooms = roomsIn(FRAME, faces, screens);
    expect([rooms.faces.length, rooms.screens.length]).toEqual([faces, screens]);
    const all = allOf(rooms);
    for (const [index, room] of all.entries()) {
      expect(isWithin({ x: 0, y: 0, ...FRAME }, room)).toBe(true);
      expect(Math.min(room.width, room.height)).toBeGreaterThan(200);
      expect(all.slice(index + 1).some((other) => overlap(room, other))).toBe(false);
    }
    for (const same of [rooms.faces, rooms.screens])
      expect(new Set(same.map(({ width, height }) => `${width} ${height}`)).size).toBe(
        Math.min(1, same.length),
      );
  });

  it("gives most of the frame to a screen", () => {
    const { faces, screens } = roomsIn(FRAME, 2, 1);
    expect(areaOf(only(screens))).toBeGreaterThan(0.7 * areaOf(FRAME));
    for (const face of faces) expect(areaOf(face)).toBeGreaterThan(0.1 * areaOf(FRAME));
  });

  it.each([WIDE, TALL, SQUARE])(
    "shows three quarters or more of a face of %j, and all of a screen, undistorted",
    (picture) => {
      for (const cut of [FACE_CUT, 0])
        for (const room of [
          roomsIn(FRAME, 1, 0),
          roomsIn(FRAME, 2, 0),
          roomsIn(FRAME, 2, 1),
        ].flatMap(allOf)) {
          const { from, to } = placeIn(room, picture, cut);
          expect(isWithin(room, to)).toBe(true);
          expect(isWithin({ x: 0, y: 0, ...picture }, from)).toBe(true);
          expect(to.width / to.height).toBeCloseTo(from.width / from.height, 6);
          expect(areaOf(from) / areaOf(picture)).toBeGreaterThanOrEqual(1 - cut - 1e-9);
        }
    },
  );

  it("fills a room that has the picture's own shape", () => {
    const room = only(roomsIn(FRAME, 1, 0).faces);
    expect(placeIn(room, { width: 640, height: 360 }, FACE_CUT)).toEqual({
      from: { x: 0, y: 0, width: 640, height: 360 },
      to: room,
    });
  });

  it("keeps the middle of what it cuts", () => {
    const [room] = roomsIn(FRAME, 2, 0).faces;
    if (room === undefined) throw new Error("two were asked for");
    const { from } = placeIn(room, WIDE, FACE_CUT);
    expect(from.x).toBeCloseTo((WIDE.width - from.width) / 2);
    expect(from.width).toBeCloseTo(WIDE.width * 0.75);
  });
});
