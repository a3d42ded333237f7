import { describe, expect, it } from "vitest";
import { inUse, shouldReopen, sortDevices } from "./devices";

const listed = (kind: MediaDeviceKind, deviceId: string, label = "") => ({ kind, deviceId, label });

describe("sortDevices", () => {
  it("sorts by role and leaves out Chromium's doubles", () => {
    const devices = sortDevices([
      listed("videoinput", "c1", "Front"),
      listed("audioinput", "default", "Default - Built-in"),
      listed("audioinput", "m1", "Built-in"),
      listed("audiooutput", "communications", "Communications"),
      listed("audiooutput", "s1", "Headphones"),
    ]);
    expect(devices).toEqual({
      camera: [{ id: "c1", label: "Front" }],
      microphone: [{ id: "m1", label: "Built-in" }],
      speaker: [{ id: "s1", label: "Headphones" }],
    });
  });

  it("leaves out what the browser hides until it may tell, but not what has no name", () => {
    const devices = sortDevices([
      listed("videoinput", ""),
      listed("videoinput", "a"),
      listed("videoinput", "b"),
    ]);
    expect(devices.camera.map((device) => device.label)).toEqual(["", ""]);
  });
});

describe("shouldReopen", () => {
  const two = [
    { id: "built-in", label: "Built-in" },
    { id: "usb", label: "USB" },
  ];

  it("leaves a device that is in use alone", () => {
    expect(shouldReopen(two, "built-in", null)).toBe(false);
    expect(shouldReopen(two, "usb", "usb")).toBe(false);
    expect(shouldReopen(two, "default", null)).toBe(false);
  });

  it("takes another when the one in use was unplugged", () => {
    expect(shouldReopen(two.slice(0, 1), "usb", "usb")).toBe(true);
  });

  it("returns to the chosen one when it is plugged in again", () => {
    expect(shouldReopen(two, "built-in", "usb")).toBe(true);
  });

  it("takes the first one that is plugged in at all", () => {
    expect(shouldReopen(two.slice(0, 1), null, null)).toBe(true);
    expect(shouldReopen([], null, null)).toBe(false);
  });
});

describe("inUse", () => {
  const two = [
    { id: "built-in", label: "Built-in" },
    { id: "usb", label: "USB" },
  ];

  it("is the chosen device while it is there", () => {
    expect(inUse(two, "usb", "Built-in")).toBe("usb");
  });

  it("is the one the track names when the chosen one is gone", () => {
    expect(inUse(two, "gone", "Default - USB")).toBe("usb");
  });

  it("is not one without a name as long as another fits", () => {
    expect(inUse([{ id: "dumb", label: "" }, ...two], undefined, "USB")).toBe("usb");
  });

  it("is nothing where there is nothing", () => {
    expect(inUse([], "usb", null)).toBeNull();
  });
});
