import { describe, expect, it } from "vitest";
import { nextFlow, progressOf, STALLED_AFTER_MS } from "./flow";
import type { Flow } from "./flow";

const START: Flow = { progress: { frames: 10, soundPackets: 10 }, movedAt: 0, stalled: false };
const LATE = STALLED_AFTER_MS;

describe("whether the other arrives", () => {
  it("is told from decoded pictures and received sound of every stream", () => {
    const statistics = [
      { type: "inbound-rtp", id: "1", kind: "video", framesDecoded: 3 },
      { type: "inbound-rtp", id: "2", kind: "audio", packetsReceived: 5 },
      { type: "inbound-rtp", id: "3", kind: "video" },
      { type: "outbound-rtp", id: "4", kind: "video", framesDecoded: 9 },
    ];
    expect(progressOf(statistics)).toEqual({ frames: 3, soundPackets: 5 });
  });

  it("stalls once neither picture nor sound has come for a while, and not before", () => {
    const same = START.progress;
    expect(nextFlow(START, same, LATE - 1, true, true).stalled).toBe(false);
    expect(nextFlow(START, same, LATE, true, true).stalled).toBe(true);
  });

  it("flows again with the next picture", () => {
    const stalled = nextFlow(START, START.progress, LATE, true, false);
    const again = nextFlow(stalled, { frames: 11, soundPackets: 10 }, LATE + 500, true, true);
    expect(again).toMatchObject({ stalled: false, movedAt: LATE + 500 });
  });

  it("takes either for a sign of life", () => {
    const heard = { frames: 10, soundPackets: 90 };
    expect(nextFlow(START, heard, LATE, true, true).stalled).toBe(false);
    expect(nextFlow(START, heard, LATE, null, true).stalled).toBe(false);
    const seen = { frames: 11, soundPackets: 10 };
    expect(nextFlow(START, seen, LATE, true, true).stalled).toBe(false);
  });

  it("goes by sound, or by the path alone, where the camera is off", () => {
    const heard = { frames: 10, soundPackets: 11 };
    expect(nextFlow(START, heard, LATE, false, false).stalled).toBe(false);
    expect(nextFlow(START, START.progress, LATE, false, true).stalled).toBe(false);
    expect(nextFlow(START, START.progress, LATE, false, false).stalled).toBe(true);
  });
});
