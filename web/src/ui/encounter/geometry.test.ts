import { describe, expect, it } from "vitest";
import { cornerAfterKey, nearestCorner } from "./corner";
import { fitOf } from "./fit";
import { ringPath } from "./ringPath";

describe("fitOf", () => {
  const laptop = { width: 1280, height: 800 };
  const phone = { width: 390, height: 844 };

  it("fills the window with a picture that is nearly its shape", () => {
    expect(fitOf({ width: 960, height: 540 }, laptop)).toBe("cover");
    expect(fitOf({ width: 540, height: 960 }, phone)).toBe("cover");
  });

  it("fills an upright phone with the middle of a wide picture", () => {
    expect(fitOf({ width: 960, height: 540 }, phone)).toBe("cover");
  });

  it("shows an upright picture whole in a wide window, where filling would cut off heads", () => {
    expect(fitOf({ width: 540, height: 960 }, laptop)).toBe("contain");
  });

  it("does not mind a picture that has not come yet", () => {
    expect(fitOf({ width: 0, height: 0 }, laptop)).toBe("cover");
  });
});

describe("the own tile", () => {
  it("drops into the nearest corner", () => {
    expect(nearestCorner(10, 10, 100, 100)).toBe("top-left");
    expect(nearestCorner(90, 49, 100, 100)).toBe("top-right");
    expect(nearestCorner(90, 51, 100, 100)).toBe("bottom-right");
  });

  it("moves along one edge with each arrow key", () => {
    expect(cornerAfterKey("bottom-right", "ArrowUp")).toBe("top-right");
    expect(cornerAfterKey("top-right", "ArrowLeft")).toBe("top-left");
    expect(cornerAfterKey("top-left", "ArrowLeft")).toBe("top-left");
    expect(cornerAfterKey("top-left", "a")).toBe("top-left");
  });
});

describe("ringPath", () => {
  it("begins at the middle of the top and comes back to it", () => {
    const path = ringPath(100, 60, 2, 10);
    expect(path).toMatch(/^M50 2H88A10 10 0 0 1 98 12/u);
    expect(path.endsWith("Z")).toBe(true);
  });

  it("never rounds more than there is", () => {
    expect(ringPath(20, 10, 1, 40)).toContain("A4 4");
  });
});
