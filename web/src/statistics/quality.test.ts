import { describe, expect, it } from "vitest";
import { countersOf } from "./counters";
import type { Counters } from "./counters";
import { qualityBetween } from "./quality";
import { RECORDED } from "./recorded";

const before = countersOf(RECORDED.chromium.first);
const after = countersOf(RECORDED.chromium.second);

/** The counters a moment later, with some of the camera's changed. */
function later(change: Partial<NonNullable<Counters["received"]["camera"]>>): Counters {
  const { camera } = after.received;
  if (camera === undefined) throw new Error("nothing was recorded");
  return { ...after, at: 4_000, received: { ...after.received, camera: { ...camera, ...change } } };
}

describe("what happened between two reports", () => {
  it("is what real browsers sent each other in a second", () => {
    for (const { first, second } of Object.values(RECORDED)) {
      const { received, sent } = qualityBetween(countersOf(first), countersOf(second));
      for (const { camera, microphone } of [received, sent]) {
        expect(camera?.bitrate).toBeGreaterThan(100_000);
        expect(camera?.bitrate).toBeLessThan(1_000_000);
        expect(microphone?.bitrate).toBeGreaterThan(15_000);
        expect(microphone?.bitrate).toBeLessThan(80_000);
        expect(camera?.lost).toBe(0);
      }
    }
  });

  it("is counted per second, whatever the time between the two", () => {
    const bytes = after.received.camera?.bytes ?? 0;
    const { received } = qualityBetween(after, later({ bytes: bytes + 50_000 }));
    expect(received.camera?.bitrate).toBe(200_000);
  });

  it("counts the lost among what should have come", () => {
    const packets = after.received.camera?.packets ?? 0;
    const { received } = qualityBetween(after, later({ packets: packets + 90, lost: 10 }));
    expect(received.camera).toMatchObject({ packets: 100, lost: 10 });
  });

  it("takes a packet that came after all for no negative loss", () => {
    const { received } = qualityBetween(later({ lost: 3 }), { ...later({ lost: 2 }), at: 5_000 });
    expect(received.camera?.lost).toBe(0);
  });

  it("says for which part of the time the picture stood", () => {
    const { received } = qualityBetween(after, later({ freezeSeconds: 0.5 }));
    expect(received.camera?.frozen).toBe(0.25);
  });

  it("begins with a stream that was not there before", () => {
    const { sent } = qualityBetween({ ...before, sent: {} }, after);
    expect(sent.camera?.bitrate).toBe((after.sent.camera?.bytes ?? 0) * 8);
  });

  it("does not divide by a time that has not passed", () => {
    const { received } = qualityBetween(after, after);
    expect(received.camera).toMatchObject({ bitrate: 0, frozen: 0, dropped: 0, concealed: 0 });
  });
});
