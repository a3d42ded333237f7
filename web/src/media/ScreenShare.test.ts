import { afterEach, describe, expect, it, vi } from "vitest";
import { ScreenShare } from "./ScreenShare";

class FakeTrack {
  contentHint = "";
  stopped = false;
  onended: (() => void) | null = null;
  stop(): void {
    this.stopped = true;
  }
}

/** A browser whose dialog the test answers. */
function scene() {
  const picture = new FakeTrack();
  const sound = new FakeTrack();
  let resolve: (stream: MediaStream) => void = () => undefined;
  let reject: (error: DOMException) => void = () => undefined;
  const answer = new Promise<MediaStream>((...answers) => ([resolve, reject] = answers));
  const getDisplayMedia = () => answer;
  vi.stubGlobal("navigator", { mediaDevices: { getDisplayMedia } });
  const screen = new ScreenShare();
  const choose = async (withSound = true): Promise<void> => {
    const heard = withSound ? [sound] : [];
    resolve({
      getVideoTracks: () => [picture],
      getAudioTracks: () => heard,
      getTracks: () => [picture, ...heard],
    } as unknown as MediaStream);
    await settled();
  };
  const refuse = async (name: string, message = ""): Promise<void> => {
    reject(new DOMException(message, name));
    await settled();
  };
  return { screen, picture, sound, choose, refuse };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("sharing a screen", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("shows what was chosen, with its sound, each as what it is", async () => {
    const { screen, picture, sound, choose } = scene();
    void screen.start();
    expect(screen.state.get().kind).toBe("choosing");
    await choose();
    expect(screen.state.get()).toEqual({ kind: "on", picture, sound });
    expect([picture.contentHint, sound.contentHint]).toEqual(["detail", "music"]);
  });

  it("does without sound where a browser gives none, or it ends", async () => {
    const { screen, picture, sound, choose } = scene();
    void screen.start();
    await choose();
    sound.onended?.();
    expect(screen.state.get()).toEqual({ kind: "on", picture, sound: null });
    const silent = scene();
    void silent.screen.start();
    await silent.choose(false);
    expect(silent.screen.state.get()).toMatchObject({ kind: "on", sound: null });
  });

  it("ends with the browser's own button, and lets go of everything", async () => {
    const { screen, picture, sound, choose } = scene();
    void screen.start();
    await choose();
    picture.onended?.();
    expect(screen.state.get()).toEqual({ kind: "off", problem: null });
    expect(sound.stopped).toBe(true);
  });

  it("shows nothing that is chosen too late", async () => {
    const { screen, picture, sound, choose } = scene();
    void screen.start();
    screen.stop();
    await choose();
    expect(screen.state.get()).toEqual({ kind: "off", problem: null });
    expect([picture.stopped, sound.stopped]).toEqual([true, true]);
  });

  it("asks once at a time", async () => {
    const { screen, choose } = scene();
    void screen.start();
    await screen.start();
    expect(screen.state.get().kind).toBe("choosing");
    await choose();
    await screen.start();
    expect(screen.state.get().kind).toBe("on");
  });

  it.each([
    ["a person who changed their mind", "NotAllowedError", "Permission denied by user", null],
    ["a system that forbids it", "NotAllowedError", "Permission denied by system", "system"],
    ["what nobody expects", "NotReadableError", "", "unknown"],
  ])("tells %s apart", async (_what, name, message, problem) => {
    const { screen, refuse } = scene();
    void screen.start();
    await refuse(name, message);
    expect(screen.state.get()).toEqual({ kind: "off", problem });
  });

  it("is not there where a browser has no such thing", async () => {
    vi.stubGlobal("navigator", { mediaDevices: {} });
    expect(ScreenShare.available).toBe(false);
    const screen = new ScreenShare();
    await screen.start();
    expect(screen.state.get().kind).toBe("off");
  });
});
