import { describe, expect, it } from "vitest";
import { Volume } from "./Volume";

describe("volume", () => {
  it("is as it was last time, within what there is", () => {
    expect(new Volume(0.3, () => undefined).loudness.get()).toEqual({ level: 0.3, silent: false });
    for (const [given, level] of [
      [7, 1],
      [-1, 0],
      [Number.NaN, 1],
    ] as const)
      expect(new Volume(given, () => undefined).loudness.get().level).toBe(level);
  });

  it("is kept, and ends a silence", () => {
    const kept: number[] = [];
    const volume = new Volume(1, (level) => kept.push(level));
    volume.setSilent(true);
    volume.setLevel(0.4);
    expect(volume.loudness.get()).toEqual({ level: 0.4, silent: false });
    expect(kept).toEqual([0.4]);
  });

  it("silences the one who is there, and nobody after them", () => {
    const volume = new Volume(0.6, () => undefined);
    volume.setSilent(true);
    expect(volume.loudness.get()).toEqual({ level: 0.6, silent: true });
    volume.meetAnother();
    expect(volume.loudness.get()).toEqual({ level: 0.6, silent: false });
  });
});
