import { describe, expect, it } from "vitest";
import { NOTHING_AGREED } from "./agreement";
import type { Agreement } from "./agreement";
import { pictureOf, sightOf } from "./picture";
import type { OwnCheck } from "./picture";

const clear = { id: "clear" } as MediaStreamTrack;
const coarse = { id: "coarse" } as MediaStreamTrack;
const EITHER = [false, true];
const CHECKS: readonly OwnCheck[] = ["passed", "pending", "suspected"];

describe("the picture that is sent", () => {
  it("is clear in one case alone: both want it, both know it, and nothing speaks against it", () => {
    const clearly: [Agreement, OwnCheck][] = [];
    for (const mine of EITHER)
      for (const theirs of EITHER)
        for (const known of EITHER)
          for (const check of CHECKS) {
            const agreement = { ...NOTHING_AGREED, mine, theirs, known };
            if (sightOf(agreement, check) === "clear") clearly.push([agreement, check]);
          }
    expect(clearly).toEqual([[{ epoch: 0, mine: true, theirs: true, known: true }, "passed"]]);
  });

  it("is the track that the decision names", () => {
    expect(pictureOf("coarse", { clear, coarse })).toBe(coarse);
    expect(pictureOf("clear", { clear, coarse })).toBe(clear);
  });

  it("is none while the camera is off, or while no coarse picture can be made", () => {
    expect(pictureOf("coarse", { clear: null, coarse })).toBeNull();
    expect(pictureOf("clear", { clear: null, coarse })).toBeNull();
    expect(pictureOf("coarse", { clear, coarse: null })).toBeNull();
  });
});

describe("the source of this page", () => {
  it("makes a picture for the camera's slot in one place", () => {
    const sources: Record<string, string> = import.meta.glob("../**/*.{ts,tsx}", {
      eager: true,
      query: "?raw",
      import: "default",
    });
    const making = Object.entries(sources)
      .filter(
        ([name, source]) =>
          !name.endsWith(".test.ts") && /\bas (unknown as )?Picture\b/.test(source),
      )
      .map(([name]) => name);
    expect(making).toEqual(["./picture.ts"]);
    const filling = Object.entries(sources)
      .filter(
        ([name, source]) =>
          !name.endsWith(".test.ts") && /replaceTrack\(|addTrack\([^)]*,/.test(source),
      )
      .map(([name]) => name);
    expect(filling).toEqual(["../rtc/Transceivers.ts"]);
  });
});
