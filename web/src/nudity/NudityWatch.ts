import type { Theirs } from "../call/Meeting";
import type { CallState } from "../call/state";
import type { LocalMedia } from "../media/LocalMedia";
import type { PeerPort } from "../rtc/Peer";
import type { Observable, Variable } from "../signaling/observable";
import { isAgreed } from "../veil/agreement";
import type { OwnCheck } from "../veil/picture";
import type { Veil } from "../veil/Veil";
import type { CheckerPort } from "./Checker";
import { PictureWatch } from "./PictureWatch";
import type { Guard } from "./PictureWatch";
import type { Sampler } from "./TrackSampler";

/** What the watch needs of the connection to the other. */
export type WatchedPeer = Pick<PeerPort, "remote" | "remoteScreen" | "mask" | "heldBack">;

export interface NudityWatchParts {
  readonly call: Observable<CallState>;
  readonly peer: Observable<WatchedPeer | null>;
  readonly theirs: Observable<Theirs>;
  readonly media: Pick<LocalMedia, "state">;
  readonly veil: Pick<Veil, "state" | "veil">;
  /** What the veil is told about one's own picture. */
  readonly check: Variable<OwnCheck>;
  readonly checker: CheckerPort;
  readonly makeSampler: () => Sampler;
  /** Whether the page is in sight. */
  readonly isVisible: () => boolean;
}

/** The connection has the line for itself at first, in milliseconds; then the model may come. */
export const WAKE_AFTER_MS = 2_000;

/**
 * Looks at the pictures of a call for nudity, on this device: at what comes in, to blur it and ask before it is shown, and
 * at this person's own, to veil it and ask before it is sent.
 */
export class NudityWatch {
  readonly own: Observable<Guard>;
  readonly theirs: Observable<Guard>;
  readonly screen: Observable<Guard>;
  readonly checker: CheckerPort["state"];
  readonly #parts: NudityWatchParts;
  readonly #own: PictureWatch;
  readonly #theirs: PictureWatch;
  readonly #screen: PictureWatch;
  #peer: WatchedPeer | null = null;
  #waking: ReturnType<typeof setTimeout> | null = null;
  #stops: (() => void)[] = [];

  constructor(parts: NudityWatchParts) {
    this.#parts = parts;
    const { checker, makeSampler, isVisible } = parts;
    const cpuBound = (): boolean => this.#peer?.heldBack.get().limit === "cpu";
    const make = (comesCoarse: boolean, isSeen: () => boolean): PictureWatch =>
      new PictureWatch({ checker, sampler: makeSampler(), cpuBound, isSeen, comesCoarse });
    this.#own = make(false, () => true);
    this.#theirs = make(true, isVisible);
    this.#screen = make(false, isVisible);
    this.own = this.#own.guard;
    this.theirs = this.#theirs.guard;
    this.screen = this.#screen.guard;
    this.checker = checker.state;
  }

  start(): void {
    const { call, peer, theirs, media, veil } = this.#parts;
    const look = (): void => this.#direct();
    this.#stops = [
      ...[call, peer, theirs, media.state, veil.state].map((each) => each.subscribe(look)),
      this.own.subscribe(() => this.#parts.check.set(CHECKED[this.own.get()])),
      this.theirs.subscribe(() => this.#peer?.mask("camera", isAsking(this.theirs.get()))),
      this.screen.subscribe(() => this.#peer?.mask("screen", isAsking(this.screen.get()))),
    ];
    look();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#follow(null);
    this.#wakeLater(false);
    this.#parts.checker.rest();
  }

  /** This person wants their own picture to be seen as it is. */
  readonly showOwn = (): void => this.#own.allow();
  /** Or rather not at all. */
  readonly stayVeiled = (): void => this.#parts.veil.veil();
  /** This person wants to see theirs. */
  readonly showTheirs = (): void => this.#theirs.allow();
  readonly showScreen = (): void => this.#screen.allow();

  /** Says to each of the three what it has to look at, if anything. */
  #direct(): void {
    const { call, peer, theirs, media, veil, checker } = this.#parts;
    const { phase } = call.get();
    const { agreement, theirsHeld } = veil.state.get();
    const { camera } = media.state.get();
    const sent = theirs.get().media;
    this.#follow(peer.get());
    for (const watch of [this.#own, this.#theirs, this.#screen]) watch.pause(phase !== "live");
    this.#own.watch(
      this.#peer !== null && agreement.mine && camera.kind === "on" ? camera.track : null,
    );
    const seen = isAgreed(agreement) && !theirsHeld && sent.camera;
    this.#theirs.watch(seen ? pictureOf(this.#peer?.remote) : null);
    this.#screen.watch(sent.screen ? pictureOf(this.#peer?.remoteScreen) : null);
    const wanted = agreement.mine || agreement.theirs || sent.screen;
    if (phase === "live" && wanted) checker.wake();
    this.#wakeLater(phase === "live" && checker.state.get() === "resting");
    if (phase === "idle") checker.rest();
  }

  #follow(peer: WatchedPeer | null): void {
    if (peer === this.#peer) return;
    for (const watch of [this.#own, this.#theirs, this.#screen]) watch.forget();
    this.#peer = peer;
  }

  #wakeLater(wanted: boolean): void {
    if (wanted) this.#waking ??= setTimeout(() => this.#parts.checker.wake(), WAKE_AFTER_MS);
    if (wanted || this.#waking === null) return;
    clearTimeout(this.#waking);
    this.#waking = null;
  }
}

const CHECKED: Readonly<Record<Guard, OwnCheck>> = {
  open: "passed",
  pending: "pending",
  suspect: "suspected",
  eased: "suspected",
};

/** Whether a question stands before a picture. */
export function isAsking(guard: Guard): guard is "suspect" | "eased" {
  return guard === "suspect" || guard === "eased";
}

function pictureOf(stream: MediaStream | undefined): MediaStreamTrack | null {
  return stream?.getVideoTracks()[0] ?? null;
}
