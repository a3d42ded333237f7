import { describe, expect, it } from "vitest";
import { applied, encodingOf } from "./encodings";
import { SOUND_ONLY, TILE } from "./ladder";

const HD = { width: 1280, height: 720 };

describe("how a slot is sent", () => {
  it("is within sensible limits for a face", () => {
    expect(encodingOf("camera", 0, false, { width: 960, height: 540 })).toMatchObject({
      active: true,
      maxBitrate: 1_200_000,
      maxFramerate: 30,
      scaleResolutionDownBy: 1,
    });
  });

  it("scales whatever a camera gives to the rung's size, upright or not, and never up", () => {
    const scale = (size: { width: number; height: number }, rung: number) =>
      encodingOf("camera", rung, false, size).scaleResolutionDownBy;
    expect(scale(HD, 1)).toBe(2);
    expect(scale({ width: 720, height: 1280 }, 1)).toBe(2);
    expect(scale({ width: 640, height: 480 }, 0)).toBe(1);
    expect(encodingOf("camera", 0, false, {}).scaleResolutionDownBy).toBe(1);
  });

  it("makes a face a tile beside a shared screen, or less", () => {
    expect(encodingOf("camera", 0, true, HD)).toEqual(encodingOf("camera", TILE, false, HD));
    expect(encodingOf("camera", 4, true, HD)).toEqual(encodingOf("camera", 4, false, HD));
  });

  it("holds a picture back where the line is for the voice alone", () => {
    expect(encodingOf("camera", SOUND_ONLY, false, HD).active).toBe(false);
    expect(encodingOf("microphone", SOUND_ONLY, false, {}).active).toBe(true);
  });

  it("puts the voice before everything else", () => {
    const priorities = (["microphone", "screen-sound", "screen", "camera"] as const).map(
      (slot) => encodingOf(slot, 0, true, HD).priority,
    );
    expect(priorities).toEqual(["high", "medium", "medium", "low"]);
  });
});

describe("what a sender is given back", () => {
  const given = {
    transactionId: "t",
    codecs: [],
    headerExtensions: [],
    rtcp: {},
    encodings: [{ active: true, rid: "r", maxBitrate: 5 }],
  };

  it("is what it said, with only the wanted members changed", () => {
    const back = applied(given, encodingOf("screen", 0, true, {}));
    expect(back).toMatchObject({
      transactionId: "t",
      degradationPreference: "maintain-resolution",
    });
    expect(back?.encodings).toEqual([
      { active: true, rid: "r", maxBitrate: 2_000_000, maxFramerate: 30, priority: "medium" },
    ]);
  });

  it("names no preference where none is meant", () => {
    expect(applied(given, encodingOf("microphone", 0, false, {}))).not.toHaveProperty(
      "degradationPreference",
    );
  });

  it("waits for a browser that has no encoding before the negotiation", () => {
    const early = { ...given, encodings: [] };
    expect(applied(early, encodingOf("camera", 0, false, HD))).toBeNull();
  });
});
