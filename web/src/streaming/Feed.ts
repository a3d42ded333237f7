import type { Theirs } from "../call/Meeting";
import type { Source } from "../composition/cast";
import type { Input } from "../media/LiveInput";
import type { MediaState } from "../media/LocalMedia";
import type { ScreenState } from "../media/ScreenShare";
import type { PeerPort } from "../rtc/Peer";
import type { Observable } from "../signaling/observable";

type Remote = Pick<PeerPort, "remote" | "remoteScreen">;

/** What pictures and sound are handed over to. */
export interface FeedSink {
  show(source: Source, track: MediaStreamTrack | null): void;
  hear(source: Source, track: MediaStreamTrack | null): void;
}

export interface FeedParts {
  readonly peer: Observable<Remote | null>;
  readonly theirs: Observable<Pick<Theirs, "media">>;
  readonly media: { readonly state: Observable<Pick<MediaState, "camera" | "microphone">> };
  readonly screen: { readonly state: Observable<ScreenState> };
}

/** Hands over whatever each of the two shows and says, whenever that changes. */
export class Feed {
  readonly #parts: FeedParts;
  readonly #sink: FeedSink;
  /** Whether the other is in it. */
  readonly #both: boolean;
  #stopRemote: () => void = () => undefined;
  #stops: (() => void)[] = [];
  readonly #feed = (): void => this.#handOver();

  constructor(parts: FeedParts, sink: FeedSink, both: boolean) {
    this.#parts = parts;
    this.#sink = sink;
    this.#both = both;
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
    const sink = this.#sink;
    const { camera, microphone } = this.#parts.media.state.get();
    const shared = this.#parts.screen.state.get();
    sink.show("own", trackOf(camera));
    sink.hear("own", trackOf(microphone));
    sink.show("own-screen", shared.kind === "on" ? shared.picture : null);
    sink.hear("own-screen", shared.kind === "on" ? shared.sound : null);
    if (!this.#both) return;
    const { remote, remoteScreen } = this.#parts.peer.get() ?? {};
    const sent = this.#parts.theirs.get().media;
    // Of a camera that is off the last picture stays; it is not theirs any more. So it is with a screen.
    sink.show("theirs", sent.camera && !sent.resting ? pictureIn(remote) : null);
    sink.hear("theirs", soundIn(remote));
    sink.show("their-screen", sent.screen ? pictureIn(remoteScreen) : null);
    sink.hear("their-screen", sent.screen ? soundIn(remoteScreen) : null);
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
