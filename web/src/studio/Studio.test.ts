import { beforeEach, describe, expect, it, vi } from "vitest";
import { NO_DEVICES } from "../media/devices";
import type { MediaState } from "../media/LocalMedia";
import { Variable } from "../signaling/observable";
import type { Behind } from "./cutout/Backdrop";
import { OWN, VOICE } from "./inputs";
import type { InputId } from "./inputs";
import type { KeptLayout } from "./kept";
import type { Placed } from "./scene";
import type { Shown, Stage } from "./stage";
import { Studio } from "./Studio";

class FakeTrack {
  readonly kind: string;
  readonly label: string;
  enabled = true;
  stopped = false;
  onended: (() => void) | null = null;

  constructor(kind: "audio" | "video", label: string) {
    this.kind = kind;
    this.label = label;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Its device is pulled out. */
  end(): void {
    this.onended?.();
  }
}

class FakeStage implements Stage {
  readonly track = track("video", "composed");
  readonly shown = new Map<InputId, Shown | null>();
  scene: readonly Placed[] = [];
  closed = false;
  readonly behind: (Behind | null)[] = [];
  compose: () => void = () => undefined;
  readonly ready = new Promise<void>((resolve) => (this.compose = resolve));

  show(input: InputId, shown: Shown | null): void {
    this.shown.set(input, shown);
  }

  arrange(scene: readonly Placed[]): void {
    this.scene = scene;
  }

  putBehind(backdrop: { readonly behind: Behind } | null): void {
    this.behind.push(backdrop?.behind ?? null);
  }

  close(): void {
    this.closed = true;
  }
}

class FakeDesk {
  readonly track = track("audio", "mixed");
  readonly heard = new Map<InputId, { track: MediaStreamTrack | null; gain: number }>();
  closed = false;

  hear(input: InputId, heard: MediaStreamTrack | null, gain: number): void {
    this.heard.set(input, { track: heard, gain });
  }

  levelOf(): number {
    return 0.5;
  }

  close(): void {
    this.closed = true;
  }
}

function track(kind: "audio" | "video", label: string): MediaStreamTrack {
  return new FakeTrack(kind, label) as unknown as MediaStreamTrack;
}

const DEVICES = {
  ...NO_DEVICES,
  camera: [{ id: "desk", label: "Desk" }],
  microphone: [{ id: "mixer", label: "Mixer" }],
};

function scene({
  unlocked = true,
  composes = true,
  kept = null,
}: { unlocked?: boolean; composes?: boolean; kept?: KeptLayout | null } = {}) {
  const camera = track("video", "face");
  const microphone = track("audio", "voice");
  const state = new Variable<MediaState>({
    camera: { kind: "on", track: camera },
    microphone: { kind: "on", track: microphone },
    devices: DEVICES,
    chosen: {},
    muted: false,
    cameraOff: false,
  });
  const opened: FakeTrack[] = [];
  const stages: FakeStage[] = [];
  const desks: FakeDesk[] = [];
  const pass = new Variable(unlocked);
  const layouts: KeptLayout[] = kept === null ? [] : [kept];
  let inputs = 0;
  let fail: () => void = () => undefined;
  let blind: () => void = () => undefined;
  const cutouts: { closed: boolean }[] = [];
  const open = (kind: "audio" | "video") => (label: string) => {
    const made = new FakeTrack(kind, label);
    opened.push(made);
    return Promise.resolve(made as unknown as MediaStreamTrack);
  };
  const studio = new Studio({
    media: {
      state,
      setCameraOff: (cameraOff) =>
        state.set({
          ...state.get(),
          ...{ cameraOff, camera: cameraOff ? { kind: "off" } : { kind: "on", track: camera } },
        }),
    },
    unlocked: pass,
    recall: () => layouts.at(-1) ?? null,
    keep: (layout) => layouts.push(layout),
    newId: () => `input ${++inputs}`,
    tools: () =>
      Promise.resolve({
        openCamera: open("video"),
        openLine: open("audio"),
        openScreen: () => {
          const [picture, sound] = [
            new FakeTrack("video", "screen"),
            new FakeTrack("audio", "tab"),
          ];
          opened.push(picture, sound);
          return Promise.resolve({
            getVideoTracks: () => [picture],
            getAudioTracks: () => [sound],
          } as unknown as MediaStream);
        },
        openStill: (file) =>
          file.size === 0
            ? Promise.reject(new Error("no picture"))
            : Promise.resolve({ width: 4, height: 3, close: vi.fn() }),
        buildStage: (edges) => {
          if (!composes) return null;
          ({ failed: fail, blind } = edges);
          const stage = new FakeStage();
          stages.push(stage);
          return stage;
        },
        openCutout: () => {
          const cutout = { closed: false };
          cutouts.push(cutout);
          return { port: new MessageChannel().port1, close: () => (cutout.closed = true) };
        },
        buildDesk: () => {
          const desk = new FakeDesk();
          desks.push(desk);
          return desk;
        },
      }),
  });
  studio.start();
  const media = (part: Partial<MediaState>): void => state.set({ ...state.get(), ...part });
  const sent = () => studio.media.state.get();
  const composed = async (): Promise<void> => {
    stages.at(-1)?.compose();
    await Promise.resolve();
  };
  return {
    ...{ studio, camera, microphone, opened, stages, desks, pass, layouts, media, sent, composed },
    cutouts,
    fail: () => fail(),
    blind: () => blind(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("a studio", () => {
  it("sends camera and voice as they are while there is nothing else", () => {
    const { camera, microphone, sent, stages, desks } = scene();
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(sent().microphone).toEqual({ kind: "on", track: microphone });
    expect([stages, desks]).toEqual([[], []]);
  });

  it("sends a composed picture once there is one, and the camera until then", async () => {
    const { studio, camera, sent, stages, composed } = scene();
    const desk = await studio.addCamera("desk", "Desk");
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    await composed();
    expect(sent().camera).toEqual({ kind: "on", track: stages[0]?.track });
    expect(stages[0]?.shown.get(OWN)).toBe(camera);
    studio.arrange({ arrangement: "full", first: desk ?? "" });
    expect(stages[0]?.scene.map(({ input }) => input)).toEqual([desk]);
    expect(sent().camera).toEqual({ kind: "on", track: stages[0]?.track });
  });

  it("sends the camera again when the last other input is gone, and lets what it composed end a little later", async () => {
    const { studio, camera, sent, stages, opened, composed } = scene();
    const desk = await studio.addCamera("desk", "Desk");
    await composed();
    studio.remove(desk ?? "");
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(opened[0]?.stopped).toBe(true);
    expect(stages[0]?.closed).toBe(false);
    vi.runAllTimers();
    expect(stages[0]?.closed).toBe(true);
  });

  it("shows nothing at all while the camera is off, and mixes nothing while muted", async () => {
    const { studio, media, sent, desks, composed } = scene();
    await studio.addCamera("desk", "Desk");
    await studio.addLine("mixer", "Mixer");
    await composed();
    media({ camera: { kind: "off" }, cameraOff: true, muted: true });
    expect(sent().camera).toEqual({ kind: "off" });
    expect(desks[0]?.track.enabled).toBe(false);
    media({ muted: false });
    expect(desks[0]?.track.enabled).toBe(true);
  });

  it("mixes sounds as loud as somebody wants them, within bounds", async () => {
    const { studio, microphone, sent, desks } = scene();
    const line = await studio.addLine("mixer", "Mixer");
    await studio.setGain(line ?? "", 99);
    await studio.setGain(VOICE, 0.5);
    expect(sent().microphone).toEqual({ kind: "on", track: desks[0]?.track });
    expect(desks[0]?.heard.get(VOICE)).toEqual({ track: microphone, gain: 0.5 });
    expect(desks[0]?.heard.get(line ?? "")?.gain).toBe(2);
    expect(studio.state.get().sounds.map(({ gain }) => gain)).toEqual([0.5, 2]);
  });

  it("gives the room of a device that is pulled out to the others, and opens it again when it is back", async () => {
    const { studio, media, opened, stages } = scene();
    const desk = await studio.addCamera("desk", "Desk");
    studio.arrange({ arrangement: "side-by-side" });
    media({ devices: { ...DEVICES, camera: [] } });
    opened[0]?.end();
    expect(studio.state.get().pictures.map(({ live }) => live)).toEqual([true, false]);
    expect(stages[0]?.scene.map(({ input }) => input)).toEqual([OWN]);
    media({ devices: DEVICES });
    await vi.waitFor(() => expect(studio.state.get().pictures[1]?.live).toBe(true));
    expect(opened).toHaveLength(2);
    expect(stages[0]?.scene.map(({ input }) => input)).toEqual([OWN, desk]);
  });

  it("takes a screen with its sound, and lets go of both when one ends", async () => {
    const { studio, opened } = scene();
    await studio.addScreen();
    expect(studio.state.get().pictures.map(({ kind }) => kind)).toEqual(["own", "screen"]);
    expect(studio.state.get().sounds.map(({ kind }) => kind)).toEqual(["voice", "screen"]);
    opened[0]?.end();
    expect(studio.state.get().pictures).toHaveLength(1);
    expect(studio.state.get().sounds).toHaveLength(1);
    expect(opened[1]?.stopped).toBe(true);
  });

  it("says when a file is no picture", async () => {
    const { studio } = scene();
    await studio.addStill(new File([], "empty.png"));
    expect(studio.state.get().problem).toBe("no-picture");
    await studio.addStill(new File(["x"], "full.png"));
    expect(studio.state.get()).toMatchObject({ problem: null, opening: false });
    expect(studio.state.get().pictures[1]?.label).toBe("full.png");
  });

  it("takes no more than it has room for", async () => {
    const { studio } = scene();
    for (let count = 0; count < 5; count += 1) await studio.addStill(new File(["x"], "a.png"));
    expect(studio.state.get().pictures).toHaveLength(4);
    expect(studio.state.get().problem).toBe("too-many");
  });

  it("opens nothing without the pass, and closes everything with a word when it is sold", async () => {
    const without = scene({ unlocked: false });
    expect(await without.studio.addCamera("desk", "Desk")).toBeNull();
    expect(without.opened).toHaveLength(0);

    const { studio, camera, opened, pass, sent, composed } = scene();
    await studio.addCamera("desk", "Desk");
    await composed();
    pass.set(false);
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(opened[0]?.stopped).toBe(true);
    expect(studio.state.get()).toMatchObject({ passLost: true, pictures: [{ id: OWN }] });
  });

  it("sends the camera as it is where composing fails", async () => {
    const { studio, camera, sent, composed, fail } = scene();
    await studio.addCamera("desk", "Desk");
    await composed();
    fail();
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(studio.state.get()).toMatchObject({ problem: "unsupported", pictures: [{ id: OWN }] });
  });

  it("shows nobody who was hidden when the pass is sold, composing fails, or what hid them is gone", async () => {
    const blurred = scene();
    await blurred.studio.blurBehind(true);
    await blurred.composed();
    blurred.pass.set(false);
    expect(blurred.sent().camera).toEqual({ kind: "off" });
    expect(blurred.studio.state.get()).toMatchObject({ passLost: true, withheld: true });

    const slides = scene();
    const screen = await slides.studio.addScreen();
    slides.studio.arrange({ arrangement: "full", first: screen ?? "" });
    await slides.composed();
    slides.fail();
    expect(slides.sent().camera).toEqual({ kind: "off" });
    expect(slides.studio.state.get()).toMatchObject({ problem: "unsupported", withheld: true });

    const ended = scene();
    const shared = await ended.studio.addScreen();
    ended.studio.arrange({ arrangement: "full", first: shared ?? "" });
    await ended.composed();
    ended.opened[0]?.end();
    expect(ended.sent().camera).toEqual({ kind: "off" });
    expect(ended.studio.state.get().withheld).toBe(true);
  });

  it("leaves the camera of somebody on whose screen it was seen all the while", async () => {
    const { studio, sent, camera, opened, composed } = scene();
    await studio.addScreen();
    studio.arrange({ arrangement: "side-by-side" });
    await composed();
    opened[0]?.end();
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(studio.state.get().withheld).toBe(false);
  });

  it("hides whoever wanted to be blurred by a browser that composes nothing", async () => {
    const { studio, sent } = scene({ composes: false });
    await studio.blurBehind(true);
    await Promise.resolve();
    expect(sent().camera).toEqual({ kind: "off" });
    expect(studio.state.get()).toMatchObject({ problem: "unsupported", behind: null });
  });

  it("puts something else behind a person, says where that cannot be, and takes it away again", async () => {
    const { studio, camera, sent, stages, cutouts, composed, blind } = scene();
    await studio.blurBehind(true);
    await composed();
    expect(sent().camera).toEqual({ kind: "on", track: stages[0]?.track });
    expect(studio.composing.get(), "it is still a mirror").toBe(false);
    expect(studio.state.get().behind).toBe("blur");
    blind();
    expect(studio.state.get()).toMatchObject({ problem: "no-cutout", behind: "blur" });
    await studio.pictureBehind(new File(["x"], "beach.png"));
    expect(studio.state.get()).toMatchObject({ problem: null, behind: "picture" });
    expect(stages[0]?.behind).toMatchObject(["blur", { width: 4 }]);
    await studio.blurBehind(false);
    expect(sent().camera).toEqual({ kind: "on", track: camera });
    expect(cutouts.map(({ closed }) => closed)).toEqual([true, true]);
  });

  it("remembers devices and their places, and brings back those that are plugged in", async () => {
    const first = scene();
    const desk = await first.studio.addCamera("desk", "Desk");
    const line = await first.studio.addLine("mixer", "Mixer");
    await first.studio.setGain(line ?? "", 1.5);
    first.studio.arrange({ arrangement: "picture-in-picture", first: desk ?? "" });
    const kept = first.layouts.at(-1) ?? null;
    expect(kept).toMatchObject({ arrangement: "picture-in-picture", first: 1, second: 0 });

    const { studio } = scene({ kept });
    expect(studio.remembers).toBe(true);
    await studio.restore();
    const state = studio.state.get();
    expect(state.pictures.map(({ label }) => label)).toEqual(["", "Desk"]);
    expect(state.sounds.map(({ gain }) => gain)).toEqual([1, 1.5]);
    expect(state.scene).toEqual({
      arrangement: "picture-in-picture",
      first: state.pictures[1]?.id,
      second: OWN,
    });

    const gone = scene({ kept });
    gone.media({ devices: NO_DEVICES });
    await gone.studio.restore();
    expect(gone.studio.state.get().pictures).toHaveLength(1);
    expect(gone.studio.state.get().scene.first).toBe(OWN);
    expect(gone.layouts.at(-1), "what is unplugged today is remembered").toEqual(kept);
  });
});
