import type { Input } from "../media/LiveInput";
import type { ScreenState } from "../media/ScreenShare";
import { Variable } from "../signaling/observable";
import type { Source } from "./cast";
import type { Composed } from "./composed";
import type { FeedParts } from "./Feed";

export const track = (id: string) => ({ id }) as MediaStreamTrack;
export const on = (id: string): Input => ({ kind: "on", track: track(id) });

/** A sound that browsers which do not change rates refuse to mix. */
export const UNFIT = "a sound of another rate";

/** What comes from the other, whose tracks may change. */
class FakeRemote extends EventTarget {
  picture: string;
  sound: string;

  constructor(picture: string, sound: string) {
    super();
    this.picture = picture;
    this.sound = sound;
  }

  readonly getVideoTracks = () => [track(this.picture)];
  readonly getAudioTracks = () => [track(this.sound)];
}

/** A composition that remembers what it was told last. */
export class FakeComposition implements Composed {
  readonly shown = new Map<Source, string | null>();
  readonly heard = new Map<Source, string | null>();
  veiled = false;

  show(source: Source, shown: MediaStreamTrack | null): void {
    this.shown.set(source, shown?.id ?? null);
  }

  hear(source: Source, heard: MediaStreamTrack | null): void {
    if (heard?.id === UNFIT) throw new DOMException(UNFIT, "NotSupportedError");
    this.heard.set(source, heard?.id ?? null);
  }

  veil(veiled: boolean): void {
    this.veiled = veiled;
  }
}

/** Two who see and hear each other, and share no screen yet. */
export function fakeEncounter() {
  const state = new Variable({ camera: on("my camera"), microphone: on("my microphone") });
  const screen = new Variable<ScreenState>({ kind: "off", problem: null });
  const sent = { camera: true, microphone: true, screen: false, resting: false, limit: null };
  const theirs = new Variable({ media: sent });
  const remote = new FakeRemote("their camera", "their microphone");
  const remoteScreen = new FakeRemote("their screen", "their screen's sound");
  const parts: FeedParts = {
    peer: new Variable({
      remote: remote as unknown as MediaStream,
      remoteScreen: remoteScreen as unknown as MediaStream,
    }),
    ...{ theirs, media: { state }, screen: { state: screen } },
  };
  return { parts, state, screen, theirs, sent, remote };
}
