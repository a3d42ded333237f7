import { describe, expect, it } from "vitest";
import { OWN } from "./inputs";
import { arranged, placed, without } from "./scene";
import type { Scene } from "./scene";

const own = { id: OWN, kind: "own", live: true } as const;
const desk = { id: "desk", kind: "camera", live: true } as const;
const slides = { id: "slides", kind: "screen", live: true } as const;
const SIDE_BY_SIDE: Scene = { arrangement: "side-by-side", first: OWN, second: "desk" };
const ALL = { x: 0, y: 0, width: 1280, height: 720 };

describe("a scene", () => {
  it("shows one input alone", () => {
    const scene: Scene = { arrangement: "full", first: "desk", second: OWN };
    expect(placed(scene, [own, desk])).toEqual([{ input: "desk", room: ALL, whole: false }]);
  });

  it("shows two beside each other, and neither over the other", () => {
    const [left, right] = placed(SIDE_BY_SIDE, [own, desk]);
    expect([left?.input, right?.input]).toEqual([OWN, "desk"]);
    expect((left?.room.x ?? 0) + (left?.room.width ?? 0)).toBeLessThan(right?.room.x ?? 0);
    expect((right?.room.x ?? 0) + (right?.room.width ?? 0)).toBeLessThanOrEqual(1280);
  });

  it("shows one small upon the other, within its edges", () => {
    const scene: Scene = { arrangement: "picture-in-picture", first: "slides", second: OWN };
    const [large, small] = placed(scene, [own, slides]);
    expect(large).toEqual({ input: "slides", room: ALL, whole: true });
    expect(small?.input).toBe(OWN);
    expect((small?.room.x ?? 0) + (small?.room.width ?? 0)).toBeLessThan(1280);
    expect((small?.room.y ?? 0) + (small?.room.height ?? 0)).toBeLessThan(720);
  });

  it("gives the room of an input that is away to the other", () => {
    const away = { ...desk, live: false };
    expect(placed(SIDE_BY_SIDE, [own, away])).toEqual([{ input: OWN, room: ALL, whole: false }]);
    const noCamera = { ...own, live: false };
    expect(placed(SIDE_BY_SIDE, [noCamera, desk])).toEqual([
      { input: "desk", room: ALL, whole: false },
    ]);
  });

  it("never gives it to one's own camera where nobody asked for that", () => {
    const away = { ...desk, live: false };
    for (const second of [null, OWN]) {
      const full: Scene = { arrangement: "full", first: "desk", second };
      expect(placed(full, [own, away])).toEqual([]);
    }
    const two: Scene = { arrangement: "side-by-side", first: "slides", second: "desk" };
    expect(placed(two, [own, slides, away]).map(({ input }) => input)).toEqual(["slides"]);
  });

  it("takes whichever else there is when nobody was chosen for the second room", () => {
    const scene: Scene = { arrangement: "side-by-side", first: OWN, second: null };
    expect(placed(scene, [own, slides]).map(({ input }) => input)).toEqual([OWN, "slides"]);
  });

  it("is empty when nothing is there", () => {
    expect(placed(SIDE_BY_SIDE, [])).toEqual([]);
  });

  it("leaves its place to whoever gave up theirs", () => {
    expect(arranged(SIDE_BY_SIDE, { first: "desk" })).toMatchObject({ first: "desk", second: OWN });
    expect(arranged(SIDE_BY_SIDE, { second: OWN })).toMatchObject({ first: "desk", second: OWN });
    expect(arranged(SIDE_BY_SIDE, { arrangement: "full" })).toEqual({
      ...SIDE_BY_SIDE,
      arrangement: "full",
    });
  });

  it("goes on without an input that was taken away", () => {
    expect(without(SIDE_BY_SIDE, "desk")).toEqual({ ...SIDE_BY_SIDE, second: null });
    const large: Scene = { arrangement: "picture-in-picture", first: "desk", second: OWN };
    expect(without(large, "desk")).toEqual({ ...large, first: OWN, second: null });
  });
});
