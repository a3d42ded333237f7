import { describe, expect, it } from "vitest";
import { FakeControl } from "../channel/fakes";
import { NO_DEVICES } from "../media/devices";
import type { Input } from "../media/LiveInput";
import type { MediaState } from "../media/LocalMedia";
import { Variable } from "../signaling/observable";
import type { OwnCheck } from "./picture";
import { Veil } from "./Veil";
import type { VeiledPeer } from "./Veil";

/** A connection that keeps book of every picture that was ever handed to it. */
class FakePeer implements VeiledPeer {
  readonly pictures: (string | null)[] = [];
  readonly control = new FakeControl();

  show(picture: MediaStreamTrack | null): void {
    this.pictures.push(picture?.id ?? null);
  }
  get picture(): string | null {
    return this.pictures.at(-1) ?? null;
  }
}

const on = (id: string): Input => ({ kind: "on", track: { id } as MediaStreamTrack });

/** Somebody with a camera of this name, whose coarse picture bears the name of what it is drawn from. */
function person(name: string) {
  const media = new Variable<MediaState>({
    camera: on(name),
    microphone: { kind: "off" },
    devices: NO_DEVICES,
    chosen: {},
    muted: false,
    cameraOff: false,
  });
  const peer = new Variable<FakePeer | null>(null);
  const check = new Variable<OwnCheck>("passed");
  const track = new Variable<MediaStreamTrack | null>({ id: `coarse` } as MediaStreamTrack);
  const drawn: (string | null)[] = [];
  const coarse = {
    track,
    draw: (source: MediaStreamTrack | null) => drawn.push(source?.id ?? null),
  };
  const veil = new Veil({ peer, media: { state: media }, coarse, check });
  veil.start();
  const camera = (input: Input): void => media.set({ ...media.get(), camera: input });
  return { veil, peer, check, track, drawn, camera };
}

function connect(...[one, other]: [ReturnType<typeof person>, ReturnType<typeof person>]) {
  const peers = [new FakePeer(), new FakePeer()] as const;
  peers[0].control.connect(peers[1].control);
  one.peer.set(peers[0]);
  other.peer.set(peers[1]);
  return peers;
}

function pair() {
  const ada = person("ada");
  const bruno = person("bruno");
  const [toBruno, toAda] = connect(ada, bruno);
  return { ada, bruno, toBruno, toAda };
}

describe("the veil", () => {
  it("lets both be seen once both want it, and hands over nothing clear before", () => {
    const { ada, bruno, toBruno, toAda } = pair();
    ada.veil.show();
    expect(bruno.veil.state.get().agreement.theirs).toBe(true);
    expect([...toBruno.pictures, ...toAda.pictures].filter((id) => id !== "coarse")).toEqual([]);
    bruno.veil.show();
    expect([toBruno.picture, toAda.picture]).toEqual(["ada", "bruno"]);
    expect([ada, bruno].map(({ veil }) => veil.state.get().sight)).toEqual(["clear", "clear"]);
  });

  it("falls for both when one of them wants it back", () => {
    const { ada, bruno, toBruno, toAda } = pair();
    ada.veil.show();
    bruno.veil.show();
    bruno.veil.veil();
    expect([toBruno.picture, toAda.picture]).toEqual(["coarse", "coarse"]);
    ada.veil.show();
    expect([toBruno.picture, toAda.picture]).toEqual(["coarse", "coarse"]);
  });

  it("is there anew with the next one, before they get any picture", () => {
    const { ada, bruno } = pair();
    ada.veil.show();
    bruno.veil.show();
    ada.peer.set(null);
    const [toChioma] = connect(ada, person("chioma"));
    expect(toChioma.pictures).toEqual(["coarse"]);
    expect(ada.veil.state.get()).toMatchObject({ sight: "coarse", agreement: { mine: false } });
  });

  it("hears no more of the one before", () => {
    const { ada, bruno, toBruno } = pair();
    ada.peer.set(null);
    connect(ada, person("chioma"));
    bruno.veil.show();
    toBruno.control.hear("reveal", { epoch: 5, show: true, seen: true });
    expect(ada.veil.state.get().agreement).toEqual({
      epoch: 0,
      mine: false,
      theirs: false,
      known: false,
    });
  });

  it("covers another camera as it covered the first", () => {
    const { ada, toBruno } = pair();
    ada.camera({ kind: "opening" });
    ada.camera(on("second"));
    expect(toBruno.picture).toBe("coarse");
    expect(ada.drawn.at(-1)).toBe("second");
    expect(toBruno.pictures).not.toContain("second");
  });

  it("stays away from another camera of somebody who is seen", () => {
    const { ada, bruno, toBruno } = pair();
    ada.veil.show();
    bruno.veil.show();
    ada.camera(on("second"));
    expect(toBruno.picture).toBe("second");
    expect(ada.drawn.at(-1)).toBeNull();
  });

  it("sends nothing while the camera is off, and is still there when it comes back", () => {
    const { ada, toBruno } = pair();
    ada.camera({ kind: "off" });
    expect(toBruno.picture).toBeNull();
    expect(ada.drawn.at(-1)).toBeNull();
    ada.camera(on("ada"));
    expect(toBruno.picture).toBe("coarse");
  });

  it("sends nothing until there is a coarse picture", () => {
    const ada = person("ada");
    ada.track.set(null);
    const [toBruno] = connect(ada, person("bruno"));
    expect(toBruno.pictures).toEqual([null]);
    ada.track.set({ id: "coarse" } as MediaStreamTrack);
    expect(toBruno.picture).toBe("coarse");
  });

  it("falls on one side alone when that picture may show nudity, and the other is told", () => {
    const { ada, bruno, toBruno, toAda } = pair();
    ada.veil.show();
    bruno.veil.show();
    ada.check.set("suspected");
    expect([toBruno.picture, toAda.picture]).toEqual(["coarse", "bruno"]);
    expect(bruno.veil.state.get().theirsHeld).toBe(true);
    ada.check.set("passed");
    expect(toBruno.picture).toBe("ada");
    expect(bruno.veil.state.get().theirsHeld).toBe(false);
  });

  it("waits for the look at the own picture", () => {
    const { ada, bruno, toBruno } = pair();
    ada.check.set("pending");
    ada.veil.show();
    bruno.veil.show();
    expect(toBruno.pictures).not.toContain("ada");
    ada.check.set("passed");
    expect(toBruno.picture).toBe("ada");
  });

  it("is not moved by nonsense", () => {
    const { ada, toBruno } = pair();
    ada.veil.show();
    toBruno.control.hear("reveal", { epoch: "x", show: true, seen: true });
    toBruno.control.hear("reveal", { show: true });
    expect(toBruno.pictures).not.toContain("ada");
  });

  it("shows the person what the other sees of them", () => {
    const { ada, bruno } = pair();
    const seen = () => ada.veil.picture.get()?.id;
    expect(seen()).toBe("coarse");
    ada.veil.show();
    bruno.veil.show();
    expect(seen()).toBe("ada");
    ada.veil.stop();
    expect(seen()).toBeUndefined();
  });
});
