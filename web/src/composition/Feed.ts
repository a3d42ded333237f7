import type { Theirs } from "../call/Meeting";
import type { Input } from "../media/LiveInput";
import type { MediaState } from "../media/LocalMedia";
import type { ScreenState } from "../media/ScreenShare";
import type { PeerPort } from "../rtc/Peer";
import type { Observable } from "../signaling/observable";
import type { Subject } from "./subject";
import type { Composed } from "./composed";

type Remote = Pick<PeerPort, "remote" | "remoteScreen">;

export interface FeedParts {
  readonly peer: Observable<Remote | null>;
  readonly theirs: Observable<Pick<Theirs, "media">>;
  readonly media: { readonly state: Observable<Pick<MediaState, "camera" | "microphone">> };
  readonly screen: { readonly state: Observable<ScreenState> };
}

/** Hands over to a composition whatever each of the two shows and says, whenever that changes. */
export class Feed {
  readonly #parts: FeedParts;
  readonly #composed: Pick<Composed, "show" | "hear">;
  readonly #subject: Subject;
  #stopRemote: () => void = () => undefined;
  #stops: (() => void)[] = [];
  readonly #feed = (): void => this.#handOver();

  constructor(parts: FeedParts, composed: Pick<Composed, "show" | "hear">, subject: Subject) {
    this.#parts = parts;
    this.#composed = composed;
    this.#subject = subject;
  }

  start(): void {
    const { peer, theirs, media, screen } = this.#parts;
    const follow = (): void => this.#follow(peer.get());
    this.#stops = [
      media.state.subscribe(this.#feed),
      screen.state.subscribe(this.#feed),
      theirs.subscribe(this.#feed),
      peer.subscribe(follow),
    ];
    follow();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#stopRemote();
  }

  #handOver(): void {
    const composed = this.#composed;
    const { camera, microphone } = this.#parts.media.state.get();
    const shared = this.#parts.screen.state.get();
    composed.show("own", trackOf(camera));
    composed.hear("own", trackOf(microphone));
    composed.show("own-screen", shared.kind === "on" ? shared.picture : null);
    composed.hear("own-screen", shared.kind === "on" ? shared.sound : null);
    if (this.#subject === "own") return;
    const { remote, remoteScreen } = this.#parts.peer.get() ?? {};
    const sent = this.#parts.theirs.get().media;
    // Of a camera that is off the last picture stays; it is not theirs any more. So it is with a screen.
    composed.show("theirs", sent.camera && !sent.resting ? pictureIn(remote) : null);
    composed.hear("theirs", soundIn(remote));
    composed.show("their-screen", sent.screen ? pictureIn(remoteScreen) : null);
    composed.hear("their-screen", sent.screen ? soundIn(remoteScreen) : null);
  }

  #follow(peer: Remote | null): void {
    this.#stopRemote();
    const streams = peer === null ? [] : [peer.remote, peer.remoteScreen];
    for (const stream of streams)
      for (const change of ["addtrack", "removetrack"]) stream.addEventListener(change, this.#feed);
    this.#stopRemote = () => {
      for (const stream of streams)
        for (const change of ["addtrack", "removetrack"])
          stream.removeEventListener(change, this.#feed);
    };
    this.#handOver();
  }
}

function pictureIn(stream: MediaStream | undefined): MediaStreamTrack | null {
  return stream?.getVideoTracks()[0] ?? null;
}

function soundIn(stream: MediaStream | undefined): MediaStreamTrack | null {
  return stream?.getAudioTracks()[0] ?? null;
}

function trackOf(input: Input): MediaStreamTrack | null {
  return input.kind === "on" ? input.track : null;
}
