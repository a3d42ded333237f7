import type { LocalMedia } from "../media/LocalMedia";
import type { ScreenShare } from "../media/ScreenShare";
import type { Grant, Matched, ServerMessage, Wish } from "../protocol/messages";
import { MEDIA_TOPIC, readSentMedia } from "../channel/sentMedia";
import type { SentMedia } from "../channel/sentMedia";
import { fromPayload, toPayload } from "../protocol/peerPayload";
import type { Connection } from "../rtc/connection";
import type { PeerEvents, PeerPort } from "../rtc/Peer";
import type { Interception } from "../verification/Verification";
import type { RelayOutlook } from "../rtc/relay";
import { Alarm } from "../signaling/Alarm";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { SignalingClient, SignalingState } from "../signaling/SignalingClient";
import { deadlineOf } from "./clock";
import { reduce } from "./reduce";
import type { CallEvent } from "./reduce";
import type { Stage } from "./RemoteStage";
import { Outgoing } from "./Outgoing";
import { AT_REST } from "./state";
import type { CallState, Command, Sound } from "./state";

export interface MeetingParts {
  readonly signaling: Pick<
    SignalingClient,
    "open" | "close" | "probe" | "watch" | "send" | "listen" | "state"
  >;
  readonly media: Pick<LocalMedia, "state">;
  readonly screen: Pick<ScreenShare, "state" | "start" | "stop">;
  readonly stage: Pick<Stage, "show" | "clear" | "setSpeaker">;
  /** Where their screen is shown. */
  readonly screenStage: Pick<Stage, "show" | "clear" | "setSpeaker">;
  readonly connect: (match: Matched, events: PeerEvents) => PeerPort;
  readonly play: (sound: Sound) => void;
  /** Whether the session is permitted, as the contract says; never rejects. */
  readonly isGranted: (grant: Grant) => Promise<boolean>;
  /** Monotonic milliseconds; `performance.now` outside of tests. */
  readonly now: () => number;
  readonly onEntitlementLost: () => void;
  readonly onSignedOut: () => void;
}

/** What the view knows about the other besides their picture. */
export interface Theirs {
  readonly connection: Connection;
  /** Neither picture nor sound of them has come for a while. */
  readonly stalled: boolean;
  readonly media: SentMedia;
  /** Whether a relay is within reach, if there is no direct path. */
  readonly relay: RelayOutlook;
}

const UNKNOWN: Theirs = {
  connection: "connecting",
  relay: "open",
  stalled: false,
  media: { camera: true, microphone: true, screen: false, resting: false, limit: null },
};

/**
 * Holds an encounter together: feeds the reducer with what the socket, the peer, the clock and the person say,
 * and carries out its commands. Views read {@link state} and call the verbs; they own nothing of the call.
 */
export class Meeting {
  readonly state: Observable<CallState>;
  readonly theirs: Observable<Theirs>;
  /** The connection to the other while there is one, for what the two do besides seeing each other. */
  readonly peer: Observable<PeerPort | null>;
  /** Whether the service has a relay at all; null until it has said so. */
  readonly relay: Observable<boolean | null>;
  readonly #relay = new Variable<boolean | null>(null);
  readonly #state = new Variable<CallState>(AT_REST);
  readonly #theirs = new Variable<Theirs>(UNKNOWN);
  readonly #parts: MeetingParts;
  #chainLimitMillis: number;
  readonly #peer = new Variable<PeerPort | null>(null);
  readonly #outgoing: Outgoing;
  readonly #alarm: Alarm;
  #stops: (() => void)[] = [];

  /** @param sessionLimitSeconds SESSION_LIMIT as this page itself read it from the contract */
  constructor(sessionLimitSeconds: number, parts: MeetingParts) {
    this.#parts = parts;
    this.#alarm = new Alarm(parts.now, () => this.#on({ type: "tick" }));
    this.#outgoing = new Outgoing(parts);
    this.#chainLimitMillis = sessionLimitSeconds * 1000;
    this.state = this.#state;
    this.theirs = this.#theirs;
    this.peer = this.#peer;
    this.relay = this.#relay;
  }

  start(): void {
    const { signaling, media, stage, screenStage } = this.#parts;
    const route = (): void => {
      for (const each of [stage, screenStage]) each.setSpeaker(media.state.get().chosen.speaker);
    };
    route();
    this.#stops = [
      signaling.listen((message) => this.#hear(message)),
      signaling.state.subscribe(() => this.#onSignaling(signaling.state.get())),
      media.state.subscribe(route),
    ];
    signaling.open();
  }

  /** Ends whatever is going on and lets go of everything. */
  stop(): void {
    this.leave();
    this.cancel();
    for (const stop of this.#stops.splice(0)) stop();
    this.#parts.signaling.close();
    this.#state.set(AT_REST);
    this.#alarm.set(null);
  }

  /** Takes a limit that was read from the contract later or anew; a running round keeps its own. */
  setSessionLimit(seconds: number): void {
    this.#chainLimitMillis = seconds * 1000;
  }

  readonly meet = (wish: Wish): void => this.#on({ type: "meet", wish });
  readonly cancel = (): void => this.#on({ type: "cancel" });
  /** A call is accepted: the match that comes is with a contact. */
  readonly expect = (wish: Wish): void => this.#on({ type: "expect", wish });
  readonly unexpect = (): void => this.#on({ type: "unexpect" });
  readonly next = (): void => this.#on({ type: "next" });
  readonly leave = (): void => this.#on({ type: "leave" });
  readonly answer = (yes: boolean): void => this.#on({ type: "answer", yes });
  /** Ends the encounter at once: somebody may be in the middle of it. */
  readonly intercepted = (reason: Interception): void => this.#on({ type: "intercepted", reason });
  readonly done = (): void => this.#on({ type: "done" });

  /** Shares a screen, or stops that; only while the two see each other. */
  readonly toggleScreen = (): void => {
    const { screen } = this.#parts;
    if (screen.state.get().kind !== "off") screen.stop();
    else if (this.#state.get().phase === "live") void screen.start();
  };

  #hear(message: ServerMessage): void {
    if (message.type === "welcome") this.#relay.set(message.relay);
    this.#on({ type: "message", message });
  }

  #on(event: CallEvent): void {
    const { state, commands } = reduce(this.#state.get(), event, {
      now: this.#parts.now(),
      chainLimitMillis: this.#chainLimitMillis,
      online: isHeard(this.#parts.signaling.state.get()),
    });
    // Effects first: by the time a view shows that media stopped, it has.
    for (const command of commands) this.#do(command);
    this.#state.set(state);
    this.#parts.signaling.watch(state.phase !== "idle" && state.phase !== "ended");
    this.#alarm.set(deadlineOf(this.#state.get()));
  }

  #do(command: Command): void {
    const { signaling, stage, play, onEntitlementLost } = this.#parts;
    switch (command.do) {
      case "send":
        signaling.send(command.message);
        return;
      case "open-peer":
        this.#openPeer(command.match);
        return;
      case "close-peer":
        this.#closePeer();
        return;
      case "receive": {
        const payload = fromPayload(command.payload);
        if (payload !== null) this.#peer.get()?.receive(payload);
        return;
      }
      case "hush":
        stage.clear(true);
        this.#endScreens();
        this.#theirs.set({ ...this.#theirs.get(), stalled: false });
        this.#peer.get()?.hush();
        return;
      case "resume": {
        const peer = this.#peer.get();
        peer?.resume();
        if (peer !== null) stage.show(peer.remote);
        return;
      }
      case "say-again":
        this.#peer.get()?.sayAgain();
        return;
      case "renew":
        this.#peer.get()?.renew(command.iceServers);
        return;
      case "play":
        play(command.sound);
        return;
      case "check-grant":
        void this.#check(command.grant);
        return;
      case "tell-entitlement-lost":
        onEntitlementLost();
        return;
      default:
        command satisfies never;
    }
  }

  async #check(grant: Grant): Promise<void> {
    if (!(await this.#parts.isGranted(grant)))
      this.#on({ type: "grant-refused", sessionId: grant.sessionId });
  }

  #openPeer(match: Matched): void {
    this.#closePeer();
    this.#theirs.set(UNKNOWN);
    const { encounter } = match;
    const { signaling, stage, connect } = this.#parts;
    const peer = connect(match, {
      signal: (payload) => {
        signaling.send({ type: "signal", encounter, payload: toPayload(payload) });
      },
      decoded: () => this.#on({ type: "decoded" }),
      connection: (connection) => {
        this.#theirs.set({ ...this.#theirs.get(), connection });
        if (connection === "lost") this.#on({ type: "peer-lost" });
      },
      relay: (relay) => this.#theirs.set({ ...this.#theirs.get(), relay }),
      stalled: (stalled) => {
        this.#theirs.set({ ...this.#theirs.get(), stalled });
        this.#on({ type: stalled ? "stalled" : "decoded" });
        // What has happened to the way to the other may have happened to the way to the service.
        if (stalled) signaling.probe();
      },
    });
    peer.control.on(MEDIA_TOPIC, (body) => this.#theySend(peer, readSentMedia(body)));
    this.#peer.set(peer);
    stage.show(peer.remote, () => this.#on({ type: "decoded" }));
    this.#outgoing.attach(peer);
  }

  #theySend(peer: PeerPort, theirMedia: SentMedia | null): void {
    if (theirMedia === null) return;
    peer.expectCamera(theirMedia.camera && !theirMedia.resting);
    // Between two rounds nothing is shown, whatever their page says.
    const screen = theirMedia.screen && this.#state.get().phase !== "asking";
    if (screen) this.#parts.screenStage.show(peer.remoteScreen);
    else this.#parts.screenStage.clear(false);
    this.#theirs.set({ ...this.#theirs.get(), media: { ...theirMedia, screen } });
  }

  /** Neither screen outlives the round: whoever wants to share again asks their browser again. */
  #endScreens(): void {
    this.#parts.screen.stop();
    this.#parts.screenStage.clear(false);
    const theirs = this.#theirs.get();
    this.#theirs.set({ ...theirs, media: { ...theirs.media, screen: false } });
  }

  #closePeer(): void {
    this.#endScreens();
    this.#outgoing.detach();
    this.#parts.stage.clear(false);
    this.#peer.get()?.close();
    this.#peer.set(null);
  }

  #onSignaling(state: SignalingState): void {
    if (state.kind === "lost") this.#on({ type: "socket-lost" });
    if (state.kind === "signed-out") {
      this.#on({ type: "signed-out" });
      this.#parts.onSignedOut();
    }
  }
}

function isHeard(state: SignalingState): boolean {
  return state.kind === "open" || (state.kind === "lost" && state.kept);
}
