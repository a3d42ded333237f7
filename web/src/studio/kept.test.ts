import { describe, expect, it } from "vitest";
import { readLayout } from "./kept";

const LAYOUT = {
  arrangement: "side-by-side",
  first: 0,
  second: 1,
  cameras: ["desk"],
  lines: [{ device: "mixer", gain: 1.5 }],
  voice: 0.5,
  blurred: false,
} as const;

describe("a remembered layout", () => {
  it("is what was kept", () => {
    expect(readLayout(JSON.stringify(LAYOUT))).toEqual(LAYOUT);
  });

  it.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["another shape", "[]"],
    ["an arrangement that there is not", JSON.stringify({ ...LAYOUT, arrangement: "circle" })],
    ["no device at all", JSON.stringify({ ...LAYOUT, cameras: [], lines: [] })],
  ])("is none where %s is stored", (_, stored) => {
    expect(readLayout(stored)).toBeNull();
  });

  it("takes nothing that is out of bounds", () => {
    const stored = {
      ...LAYOUT,
      first: 7,
      second: -1,
      cameras: ["desk", 4],
      lines: [{ device: "mixer", gain: 99 }, { device: 3 }, "line"],
      voice: "loud",
    };
    expect(readLayout(JSON.stringify(stored))).toEqual({
      ...LAYOUT,
      first: 0,
      second: null,
      lines: [{ device: "mixer", gain: 2 }],
      voice: 1,
    });
  });
});
