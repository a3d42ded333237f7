import { describe, expect, it } from "vitest";
import type { Body } from "../channel/Control";
import { NO_DEVICES } from "../media/devices";
import type { MediaState } from "../media/LocalMedia";
import type { ScreenState } from "../media/ScreenShare";
import type { HeldBack } from "../rtc/Adaptation";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import { Outgoing } from "./Outgoing";

const microphone = { id: "microphone" } as MediaStreamTrack;

/** A peer that keeps book of what it is given to send and to say. */
class FakePeer {
  readonly heldBack = new Variable<HeldBack>({ rung: 0, limit: null, soundOnly: false });
  readonly tracks: Record<string, MediaStreamTrack | null> = {};
  readonly said: Body[] = [];
  readonly control = { send: (_topic: string, body: Body) => this.said.push(body) > 0 };
  replace(slot: string, track: MediaStreamTrack | null): void {
    this.tracks[slot] = track;
  }
}

function scene() {
  const media = new Variable<MediaState>({
    camera: { kind: "on", track: { id: "camera" } as MediaStreamTrack },
    microphone: { kind: "on", track: microphone },
    devices: NO_DEVICES,
    chosen: {},
    muted: false,
    cameraOff: false,
  });
  const screen = new Variable<ScreenState>({ kind: "off", problem: null });
  const peer = new FakePeer();
  const outgoing = new Outgoing({ media: { state: media }, screen: { state: screen } });
  outgoing.attach(peer as unknown as PeerPort);
  return { media, screen, peer, outgoing };
}

describe("what goes out", () => {
  it("is this person's tracks, each in its slot, and a word about them; their picture is not decided on here", () => {
    const { peer } = scene();
    expect(peer.tracks).toEqual({ microphone, screen: null, "screen-sound": null });
    expect(peer.said).toEqual([
      { camera: true, microphone: true, screen: false, resting: false, limit: null },
    ]);
  });

  it("is told to be silent while muted, though the track is there", () => {
    const { peer, media } = scene();
    media.set({ ...media.get(), muted: true });
    expect(peer.tracks["microphone"]).toBe(microphone);
    expect(peer.said.at(-1)).toMatchObject({ microphone: false });
  });

  it("is a screen beside the camera, with its sound, as long as one is shared", () => {
    const { peer, screen } = scene();
    const picture = { id: "screen" } as MediaStreamTrack;
    const sound = { id: "sound" } as MediaStreamTrack;
    screen.set({ kind: "choosing" });
    expect(peer.said).toHaveLength(1);
    screen.set({ kind: "on", picture, sound });
    expect(peer.tracks).toEqual({ microphone, screen: picture, "screen-sound": sound });
    expect(peer.said.at(-1)).toMatchObject({ camera: true, screen: true });
    screen.set({ kind: "off", problem: null });
    expect(peer.tracks).toMatchObject({ screen: null, "screen-sound": null });
    expect(peer.said.at(-1)).toMatchObject({ screen: false });
  });

  it("is not told again when nothing of it changed", () => {
    const { peer, media } = scene();
    const other = { id: "another microphone" } as MediaStreamTrack;
    media.set({ ...media.get(), microphone: { kind: "on", track: other } });
    expect(peer.tracks["microphone"]).toBe(other);
    expect(peer.said).toHaveLength(1);
  });

  it("says that the picture rests, and for what, so that it is not taken for a broken one", () => {
    const { peer, media } = scene();
    peer.heldBack.set({ rung: 5, limit: "bandwidth", soundOnly: true });
    expect(peer.said.at(-1)).toMatchObject({ camera: true, resting: true, limit: "bandwidth" });
    media.set({ ...media.get(), camera: { kind: "off" }, cameraOff: true });
    expect(peer.said.at(-1)).toMatchObject({ camera: false, resting: false, limit: null });
  });

  it("goes to one peer at a time, and to none after the last", () => {
    const { peer, media, outgoing } = scene();
    const next = new FakePeer();
    outgoing.attach(next as unknown as PeerPort);
    media.set({ ...media.get(), muted: true });
    expect(peer.said).toHaveLength(1);
    expect(next.said).toHaveLength(2);
    outgoing.detach();
    media.set({ ...media.get(), muted: false });
    expect(next.said).toHaveLength(2);
  });
});
