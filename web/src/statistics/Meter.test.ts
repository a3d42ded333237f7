import { describe, expect, it } from "vitest";
import { Variable } from "../signaling/observable";
import { MEASURED_MS, Meter, SETTLING_MS } from "./Meter";
import type { Report } from "./Statistics";

const PACE_MS = 500;

/** A connection that has received so many packets, and lost so many, at some time. */
function report(at: number, packets: number, lost: number): Report {
  return {
    at,
    statistics: [
      {
        type: "inbound-rtp",
        id: "in",
        kind: "video",
        mid: "1",
        bytesReceived: packets * 1_000,
        packetsReceived: packets,
        packetsLost: lost,
      },
    ],
    slots: new Map([["1", "camera"]]),
  };
}

describe("the meter", () => {
  it("knows nothing before the second report", () => {
    const statistics = new Variable<Report | null>(null);
    const meter = new Meter(statistics);
    expect(meter.quality.get()).toBeNull();
    statistics.set(report(0, 10, 0));
    expect(meter.quality.get()).toBeNull();
    statistics.set(report(PACE_MS, 20, 0));
    expect(meter.quality.get()?.received.camera?.bitrate).toBe(160_000);
  });

  it("forgets what is longer ago than it measures", () => {
    const statistics = new Variable<Report | null>(null);
    const meter = new Meter(statistics);
    statistics.set(report(0, 0, 0));
    statistics.set(report(PACE_MS, 50, 50));
    for (let at = 2 * PACE_MS; at <= PACE_MS + MEASURED_MS; at += PACE_MS)
      statistics.set(report(at, 50 + at, 50));
    expect(meter.quality.get()?.received.camera?.lost).toBe(0);
  });

  it("begins anew when something was switched, once that has settled", () => {
    const statistics = new Variable<Report | null>(null);
    const meter = new Meter(statistics);
    statistics.set(report(0, 100, 0));
    statistics.set(report(PACE_MS, 150, 50));
    meter.restart();
    statistics.set(report(SETTLING_MS, 150, 50));
    expect(meter.quality.get()?.at).toBe(PACE_MS);
    statistics.set(report(PACE_MS + SETTLING_MS, 200, 50));
    statistics.set(report(2 * PACE_MS + SETTLING_MS, 250, 50));
    expect(meter.quality.get()?.received.camera).toMatchObject({ packets: 50, lost: 0 });
  });

  it("rests when it is closed", () => {
    const statistics = new Variable<Report | null>(null);
    const meter = new Meter(statistics);
    meter.close();
    statistics.set(report(0, 10, 0));
    statistics.set(report(PACE_MS, 20, 0));
    expect(meter.quality.get()).toBeNull();
  });
});
