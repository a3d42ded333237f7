import { describe, expect, it } from "vitest";
import { CAMERA_GRACE_MS, isDecoded } from "./firstFrame";

const picture = { type: "inbound-rtp", kind: "video", framesDecoded: 1 };
const dark = { type: "inbound-rtp", kind: "video", framesDecoded: 0, packetsReceived: 9 };
const sound = {
  type: "inbound-rtp",
  kind: "audio",
  packetsReceived: 4,
  totalSamplesReceived: 960,
  concealedSamples: 0,
};
const madeUp = { ...sound, concealedSamples: 960 };

describe("the first decoded frame", () => {
  it("is one decoded picture", () => {
    expect(isDecoded([sound, picture], true, 0)).toBe(true);
  });

  it("is not a packet that nothing was decoded from", () => {
    expect(isDecoded([dark], true, 60_000)).toBe(false);
  });

  it("is not sound while a picture is promised", () => {
    expect(isDecoded([sound, dark], true, 60_000)).toBe(false);
  });

  it("is sound alone where the camera is off", () => {
    expect(isDecoded([sound], false, 0)).toBe(true);
  });

  it("is sound alone from someone who says nothing about a camera, after a while", () => {
    expect(isDecoded([sound], null, CAMERA_GRACE_MS - 1)).toBe(false);
    expect(isDecoded([sound], null, CAMERA_GRACE_MS)).toBe(true);
  });

  it("is not sound that the browser made up", () => {
    expect(isDecoded([madeUp], false, 60_000)).toBe(false);
  });

  it("is nothing of what this side sends", () => {
    expect(
      isDecoded([{ type: "outbound-rtp", kind: "video", framesDecoded: 5 }], false, 60_000),
    ).toBe(false);
  });
});
