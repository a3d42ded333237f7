import { describe, expect, it } from "vitest";
import type { Slot } from "../media/slots";
import { countersOf } from "../statistics/counters";
import { qualityBetween } from "../statistics/quality";
import type { Quality } from "../statistics/quality";
import { RECORDED } from "../statistics/recorded";
import { Adaptation } from "./Adaptation";

/** A sender that keeps what it is told, and takes as long for it as the test wants. */
class FakeSender {
  track: MediaStreamTrack | null = {
    getSettings: () => ({ width: 960, height: 540 }),
  } as unknown as MediaStreamTrack;
  encodings: RTCRtpEncodingParameters[] = [{ active: true }];
  told = 0;
  taking: Promise<void> = Promise.resolve();

  getParameters(): RTCRtpSendParameters {
    const { encodings } = this;
    return { encodings, transactionId: "t", codecs: [], headerExtensions: [], rtcp: {} };
  }
  async setParameters({ encodings }: RTCRtpSendParameters): Promise<void> {
    this.told += 1;
    await this.taking;
    this.encodings = encodings;
  }
}

const fine = qualityBetween(
  countersOf(RECORDED.chromium.first),
  countersOf(RECORDED.chromium.second),
);

function quality(at: number, uplink: number): Quality {
  if (fine.path === null) throw new Error("nothing was recorded");
  return { ...fine, at, path: { ...fine.path, uplink } };
}

function scene() {
  const senders: Record<Slot, FakeSender> = {
    microphone: new FakeSender(),
    camera: new FakeSender(),
    screen: new FakeSender(),
    "screen-sound": new FakeSender(),
  };
  senders.screen.track = senders["screen-sound"].track = null;
  const faults: unknown[] = [];
  const adaptation = new Adaptation(
    (slot) => senders[slot],
    (_step, error) => faults.push(error),
  );
  /** Lives through some seconds with this much on the way out. */
  let now = 0;
  const live = async (seconds: number, uplink: number): Promise<void> => {
    for (let left = seconds * 1_000; left > 0; left -= 500) {
      adaptation.read(quality((now += 500), uplink));
      await Promise.resolve();
    }
    await Promise.resolve();
  };
  return { adaptation, senders, faults, live };
}

describe("adaptation", () => {
  it("tells every sender once what it is to do", async () => {
    const { live, senders } = scene();
    await live(10, 2_500_000);
    expect(senders.camera.encodings[0]).toMatchObject({ maxBitrate: 1_200_000, active: true });
    expect(senders.microphone.encodings[0]).toMatchObject({ priority: "high" });
    expect([senders.camera.told, senders.microphone.told, senders.screen.told]).toEqual([1, 1, 0]);
  });

  it("falls with the line to the voice alone, says so, and comes back with it", async () => {
    const { live, senders, adaptation } = scene();
    await live(10, 2_500_000);
    await live(4, 300_000);
    expect(senders.camera.encodings[0]).toMatchObject({ maxBitrate: 400_000 });
    expect(senders.camera.encodings[0]?.scaleResolutionDownBy).toBe(2);
    expect(adaptation.heldBack.get()).toEqual({ rung: 2, limit: "bandwidth", soundOnly: false });
    await live(8, 20_000);
    expect(senders.camera.encodings[0]?.active).toBe(false);
    expect(adaptation.heldBack.get().soundOnly).toBe(true);
    await live(120, 2_500_000);
    expect(senders.camera.encodings[0]).toMatchObject({ active: true, maxBitrate: 1_200_000 });
    expect(adaptation.heldBack.get().limit).toBeNull();
  });

  it("makes the face a tile when a screen is shared beside it, and large again after", async () => {
    const { live, senders } = scene();
    await live(5, 4_000_000);
    senders.screen.track = senders.camera.track;
    await live(1, 4_000_000);
    expect(senders.camera.encodings[0]).toMatchObject({ maxBitrate: 400_000 });
    expect(senders.screen.encodings[0]).toMatchObject({ maxBitrate: 2_000_000 });
    senders.screen.track = null;
    await live(1, 4_000_000);
    expect(senders.camera.encodings[0]).toMatchObject({ maxBitrate: 1_200_000 });
  });

  it("waits for one answer before it tells a sender something else", async () => {
    const { live, senders } = scene();
    let answered = (): void => undefined;
    senders.camera.taking = new Promise((resolve) => (answered = resolve));
    await live(10, 2_500_000);
    await live(5, 300_000);
    expect(senders.camera.told).toBe(1);
    answered();
    await live(2, 300_000);
    expect(senders.camera.told).toBe(2);
  });

  it("does not insist where a browser refuses", async () => {
    const { live, senders, faults } = scene();
    senders.camera.taking = Promise.reject(new Error("not here"));
    await live(10, 2_500_000);
    expect(faults).toHaveLength(1);
    expect(senders.camera.told).toBe(1);
  });

  it("learns nothing about the line while the camera is off", async () => {
    const { live, senders, adaptation } = scene();
    await live(5, 2_500_000);
    senders.camera.track = null;
    await live(20, 50_000);
    expect(adaptation.heldBack.get().rung).toBe(0);
  });
});
