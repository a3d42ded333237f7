import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LocalMedia } from "./LocalMedia";

/** A track of one fake device. */
class FakeTrack {
  enabled = true;
  stopped = false;
  onended: (() => void) | null = null;
  readonly kind: "audio" | "video";
  readonly device: FakeDevice;

  constructor(device: FakeDevice) {
    this.device = device;
    this.kind = device.kind === "audioinput" ? "audio" : "video";
  }
  get label(): string {
    return this.device.label;
  }
  getSettings(): MediaTrackSettings {
    return { deviceId: this.device.deviceId };
  }
  stop(): void {
    this.stopped = true;
  }
}

interface FakeDevice {
  readonly kind: MediaDeviceKind;
  readonly deviceId: string;
  readonly label: string;
}

const FRONT: FakeDevice = { kind: "videoinput", deviceId: "front", label: "Front camera" };
const DESK: FakeDevice = { kind: "videoinput", deviceId: "desk", label: "Desk camera" };
const BUILT_IN: FakeDevice = {
  kind: "audioinput",
  deviceId: "built-in",
  label: "Built-in microphone",
};

/** What is plugged into a computer, as a page sees it. */
class FakeComputer extends EventTarget {
  plugged: FakeDevice[] = [FRONT, DESK, BUILT_IN];
  /** Opens one device of a kind at a time, as phones do. */
  exclusive = false;
  broken = new Set<FakeDevice>();
  readonly tracks: FakeTrack[] = [];

  async enumerateDevices(): Promise<readonly FakeDevice[]> {
    return Promise.resolve(this.plugged);
  }

  async getUserMedia(wish: MediaStreamConstraints): Promise<MediaStream> {
    await Promise.resolve();
    const video = wish.video === false ? [] : [this.#open("videoinput", wish.video)];
    const audio = wish.audio === false ? [] : [this.#open("audioinput", wish.audio)];
    return {
      getTracks: () => [...video, ...audio],
      getVideoTracks: () => video,
      getAudioTracks: () => audio,
    } as unknown as MediaStream;
  }

  unplug(device: FakeDevice): void {
    this.plugged = this.plugged.filter((other) => other !== device);
    for (const track of this.open(device)) {
      track.stopped = true;
      track.onended?.();
    }
    this.dispatchEvent(new Event("devicechange"));
  }

  plug(device: FakeDevice): void {
    this.plugged = [...this.plugged, device];
    this.dispatchEvent(new Event("devicechange"));
  }

  open(device: FakeDevice): readonly FakeTrack[] {
    return this.tracks.filter((track) => track.device === device && !track.stopped);
  }

  #open(kind: MediaDeviceKind, wish: MediaTrackConstraints | boolean | undefined): FakeTrack {
    const wished = typeof wish === "object" ? (wish.deviceId as { exact?: string }) : undefined;
    const there = this.plugged.filter((device) => device.kind === kind);
    if (wished?.exact !== undefined && !there.some(({ deviceId }) => deviceId === wished.exact))
      throw new DOMException("gone", "OverconstrainedError");
    // What is only ideal has no weight against the size of the picture, as in a real browser.
    const device = there.find(({ deviceId }) => deviceId === wished?.exact) ?? there[0];
    if (device === undefined) throw new DOMException("none", "NotFoundError");
    const held = this.tracks.some((track) => track.device.kind === kind && !track.stopped);
    if (this.broken.has(device) || (this.exclusive && held))
      throw new DOMException("held", "NotReadableError");
    const track = new FakeTrack(device);
    this.tracks.push(track);
    return track;
  }
}

async function scene() {
  const computer = new FakeComputer();
  vi.stubGlobal("navigator", { mediaDevices: computer });
  const media = new LocalMedia();
  media.start();
  await settled();
  /** The camera at each change, to see whether there was ever none. */
  const cameras: (string | null)[] = [];
  media.state.subscribe(() => cameras.push(cameraOf(media)));
  return { computer, media, cameras };
}

function cameraOf(media: LocalMedia): string | null {
  const { camera } = media.state.get();
  return camera.kind === "on" ? camera.track.label : null;
}

/** Until nothing is going on any more; only an old track's last moment takes time. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000);
}

describe("devices in use", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("change over without a moment in which there is none", async () => {
    const { computer, media, cameras } = await scene();
    media.choose("camera", "desk");
    await settled();
    expect(cameraOf(media)).toBe("Desk camera");
    expect(cameras).not.toContain(null);
    expect(computer.open(FRONT)).toEqual([]);
    expect(computer.open(DESK)).toHaveLength(1);
  });

  it("change over with a moment of none where only one opens at a time", async () => {
    const { computer, media, cameras } = await scene();
    computer.exclusive = true;
    media.choose("camera", "desk");
    await settled();
    expect(cameraOf(media)).toBe("Desk camera");
    expect(cameras).toContain(null);
    expect(computer.open(DESK)).toHaveLength(1);
  });

  it("stay when the chosen one does not open, and that is said", async () => {
    const { computer, media } = await scene();
    computer.broken.add(DESK);
    media.choose("camera", "desk");
    await settled();
    expect(cameraOf(media)).toBe("Front camera");
    expect(media.news.get()).toEqual({ role: "camera", what: "kept", label: "Front camera" });
    expect(computer.open(FRONT)).toHaveLength(1);
  });

  it("are those that were chosen last, however fast", async () => {
    const { computer, media } = await scene();
    media.choose("camera", "desk");
    media.choose("camera", "front");
    media.choose("camera", "desk");
    await settled();
    expect(cameraOf(media)).toBe("Desk camera");
    expect(
      computer.tracks.filter(({ kind, stopped }) => kind === "video" && !stopped),
    ).toHaveLength(1);
  });

  it("are replaced when they are unplugged, and that is said", async () => {
    const { computer, media } = await scene();
    computer.unplug(FRONT);
    await settled();
    expect(cameraOf(media)).toBe("Desk camera");
    expect(media.news.get()).toEqual({ role: "camera", what: "replaced", label: "Desk camera" });
    expect(computer.open(DESK)).toHaveLength(1);
  });

  it("come back into use when they are plugged in again, chosen or not", async () => {
    const { computer, media, cameras } = await scene();
    computer.unplug(FRONT);
    await settled();
    cameras.length = 0;
    computer.plug(FRONT);
    await settled();
    expect(cameraOf(media)).toBe("Front camera");
    expect(cameras).not.toContain(null);
    expect(media.news.get()).toEqual({ role: "camera", what: "found", label: "Front camera" });
  });

  it("do not come back against a later choice", async () => {
    const { computer, media } = await scene();
    computer.unplug(FRONT);
    await settled();
    media.choose("camera", "desk");
    computer.plug(FRONT);
    await settled();
    expect(cameraOf(media)).toBe("Desk camera");
  });

  it("are none when the last was unplugged, until one is plugged in", async () => {
    const { computer, media } = await scene();
    computer.unplug(BUILT_IN);
    await settled();
    expect(media.state.get().microphone).toEqual({ kind: "failed", problem: "none" });
    computer.plug(BUILT_IN);
    await settled();
    expect(media.state.get().microphone.kind).toBe("on");
  });

  it("are silent from the first moment while muted", async () => {
    const { computer, media } = await scene();
    media.setMuted(true);
    const headset: FakeDevice = { kind: "audioinput", deviceId: "headset", label: "Headset" };
    computer.plug(headset);
    const heard: boolean[] = [];
    media.state.subscribe(() => {
      const { microphone } = media.state.get();
      if (microphone.kind === "on") heard.push(microphone.track.enabled);
    });
    media.choose("microphone", "headset");
    await settled();
    expect(computer.open(headset)).toHaveLength(1);
    expect(heard).not.toContain(true);
  });

  it("are all let go of at the end, also those that were still opening", async () => {
    const { computer, media } = await scene();
    media.choose("camera", "desk");
    media.stop();
    await settled();
    expect(computer.tracks.every(({ stopped }) => stopped)).toBe(true);
    expect(cameraOf(media)).toBeNull();
  });
});
