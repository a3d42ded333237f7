import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Body } from "../channel/Control";
import type { MediaState } from "../media/LocalMedia";
import { NO_DEVICES } from "../media/devices";
import type { ScreenState } from "../media/ScreenShare";
import type { ClientMessage, Grant, IceServer, ServerMessage } from "../protocol/messages";
import type { Identity } from "../rtc/identity";
import type { PeerEvents, PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { SignalingState } from "../signaling/SignalingClient";
import { Meeting } from "./Meeting";
import type { Sound } from "./state";

/** A socket that only the test speaks through. */
class FakeSignaling {
  readonly state = new Variable<SignalingState>({ kind: "closed" });
  readonly sent: ClientMessage[] = [];
  #listener: (message: ServerMessage) => void = () => undefined;

  open(): void {
    this.state.set({ kind: "open" });
  }
  close(): void {
    this.state.set({ kind: "closed" });
  }
  probes = 0;
  watched = false;
  probe(): void {
    this.probes += 1;
  }
  watch(watched: boolean): void {
    this.watched = watched;
  }
  send(message: ClientMessage): "sent" {
    this.sent.push(message);
    return "sent";
  }
  listen(listener: (message: ServerMessage) => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }
  says(message: ServerMessage): void {
    this.#listener(message);
  }
}

/** A peer that keeps book of what would reach the other side. */
class FakePeer implements PeerPort {
  readonly remote = {} as MediaStream;
  readonly remoteScreen = {} as MediaStream;
  readonly polite = true;
  readonly identity = new Variable<Identity>({ kind: "unknown" });
  readonly announced: unknown[] = [];
  readonly statistics = new Variable(null);
  readonly quality = new Variable(null);
  readonly heldBack = new Variable({ rung: 0, limit: null, soundOnly: false });
  readonly channels = { largestMessage: 1, open: () => null, onOpened: () => () => undefined };
  /** Speaks as the other page would. */
  says: (body: Body) => void = () => undefined;
  readonly control = {
    open: new Variable(true),
    send: (_topic: string, body: Body) => this.announced.push(body) > 0,
    on: (_topic: string, listener: (body: Body) => void) => {
      this.says = listener;
      return () => undefined;
    },
  };
  camera: boolean | null = null;
  sending = true;
  playing = true;
  closed = false;
  readonly renewed: (readonly IceServer[])[] = [];
  readonly tracks: Record<string, MediaStreamTrack | null> = {};

  receive(): void {
    // Negotiation is none of the meeting's business.
  }
  replace(kind: string, track: MediaStreamTrack | null): void {
    this.tracks[kind] = track;
  }
  show(): void {
    // What is seen of a person is the veil's business.
  }
  mask(): void {
    // What may be seen of the other is not the meeting's business either.
  }
  expectCamera(camera: boolean): void {
    this.camera = camera;
  }
  hush(): void {
    this.sending = this.playing = false;
  }
  resume(): void {
    this.sending = this.playing = true;
  }
  repeated = 0;
  sayAgain(): void {
    this.repeated += 1;
  }
  renew(iceServers: readonly IceServer[]): void {
    this.renewed.push(iceServers);
  }
  close(): void {
    this.closed = true;
    this.sending = this.playing = false;
  }
}

/** A screen that is shared as soon as that is asked for. */
class FakeScreen {
  readonly state = new Variable<ScreenState>({ kind: "off", problem: null });
  start(): Promise<void> {
    const picture = { id: "screen" } as MediaStreamTrack;
    this.state.set({ kind: "on", picture, sound: null });
    return Promise.resolve();
  }
  stop(): void {
    this.state.set({ kind: "off", problem: null });
  }
}

const camera = { id: "camera" } as MediaStreamTrack;
const microphone = { id: "microphone" } as MediaStreamTrack;
const matched: ServerMessage = {
  type: "matched",
  encounter: "e1",
  peer: "p",
  polite: true,
  iceServers: [],
  relayOnly: false,
  connectWithinSeconds: 20,
  sharedInterests: [],
  sharedLanguages: [],
};

const grant: Grant = {
  node: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  sessionId: "0x01",
  startsAt: 1_000,
  endsAt: 1_300,
  signature: "0x02",
};

const welcome: ServerMessage = {
  type: "welcome",
  connection: "c",
  resume: "t",
  sessionLimitSeconds: 300,
  relay: false,
  entitlement: null,
};

function live(remainingMillis: number, round = 1): ServerMessage {
  return { type: "live", encounter: "e1", limitSeconds: 300, remainingMillis, round, grant };
}

function scene(sessionLimitSeconds = 300, granted = true) {
  const signaling = new FakeSignaling();
  const peers: FakePeer[] = [];
  const events: PeerEvents[] = [];
  const sounds: Sound[] = [];
  const shown: (MediaStream | null)[] = [];
  const calls = { entitlementLost: 0, signedOut: 0 };
  const media = new Variable<MediaState>({
    camera: { kind: "on", track: camera },
    microphone: { kind: "on", track: microphone },
    devices: NO_DEVICES,
    chosen: {},
    muted: false,
    cameraOff: false,
  });
  const screen = new FakeScreen();
  const screens = { theirs: false };
  const meeting = new Meeting(sessionLimitSeconds, {
    signaling,
    media: { state: media },
    screen,
    stage: {
      show: (stream) => shown.push(stream),
      clear: () => shown.push(null),
      setSpeaker: () => undefined,
    },
    screenStage: {
      show: () => (screens.theirs = true),
      clear: () => (screens.theirs = false),
      setSpeaker: () => undefined,
    },
    connect: (_match, peerEvents) => {
      const peer = new FakePeer();
      peers.push(peer);
      events.push(peerEvents);
      return peer;
    },
    play: (sound) => sounds.push(sound),
    isGranted: () => Promise.resolve(granted),
    now: () => performance.now(),
    onEntitlementLost: () => (calls.entitlementLost += 1),
    onSignedOut: () => (calls.signedOut += 1),
  });
  meeting.start();
  const peer = (): FakePeer => {
    const newest = peers.at(-1);
    if (newest === undefined) throw new Error("no peer was opened");
    return newest;
  };
  const toLive = (remainingMillis: number): void => {
    meeting.meet({ interests: [], languages: [] });
    signaling.says(matched);
    events.at(-1)?.decoded();
    signaling.says(live(remainingMillis));
  };
  return {
    ...{ signaling, peers, peer, events, sounds, shown, calls, media, meeting, toLive },
    ...{ screen, screens },
  };
}

describe("Meeting", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["the contract's limit, when the service grants ten minutes", 300, 600_000, 300_000],
    ["the service's, when that is shorter", 300, 240_000, 240_000],
    ["a contract's limit of fifteen seconds", 15, 300_000, 15_000],
  ])("ends the call by itself at %s", (_what, chainSeconds, serverMillis, cutAt) => {
    const { peer, shown, meeting, toLive } = scene(chainSeconds);
    toLive(serverMillis);
    vi.advanceTimersByTime(cutAt - 1);
    expect(meeting.state.get().phase).toBe("live");
    expect(peer().sending && peer().playing).toBe(true);
    // No message of the service from here on: the page alone ends it.
    vi.advanceTimersByTime(1);
    expect(meeting.state.get().phase).toBe("asking");
    expect(peer().sending || peer().playing).toBe(false);
    expect(shown.at(-1)).toBeNull();
  });

  it("hangs up at once when the contract says that the session is not granted", async () => {
    const { signaling, peer, meeting, toLive } = scene(300, false);
    toLive(300_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(meeting.state.get()).toMatchObject({ phase: "ended", reason: "grant-refused" });
    expect(peer().closed).toBe(true);
    expect(signaling.sent.at(-1)).toEqual({ type: "leave" });
  });

  it("lets go of the other in the end when the service stays silent", () => {
    const { peer, meeting, toLive } = scene();
    toLive(300_000);
    vi.advanceTimersByTime(300_000 + 20_000);
    expect(meeting.state.get()).toMatchObject({ phase: "ended", reason: "limit" });
    expect(peer().closed).toBe(true);
  });

  it("starts again on the very same connection after two yeses", () => {
    const { signaling, peers, peer, shown, meeting, toLive } = scene();
    toLive(300_000);
    signaling.says({ type: "asking", encounter: "e1", answerWithinSeconds: 20 });
    meeting.answer(true);
    expect(peer().sending).toBe(false);
    signaling.says(live(300_000, 2));
    expect(meeting.state.get()).toMatchObject({ phase: "live", round: 2 });
    expect(peers).toHaveLength(1);
    expect(peer().sending && peer().playing).toBe(true);
    expect(shown.at(-1)).toBe(peer().remote);
    vi.advanceTimersByTime(300_000);
    expect(peer().sending || peer().playing).toBe(false);
  });

  it("plays three sounds in an encounter that runs its course", () => {
    const { sounds, toLive } = scene();
    toLive(300_000);
    vi.advanceTimersByTime(300_000);
    expect(sounds).toEqual(["matched", "ten-left", "ended"]);
  });

  it("follows a change of microphone without opening anything anew, and says when there is no camera", () => {
    const { peers, peer, media, toLive } = scene();
    toLive(300_000);
    const other = { id: "other" } as MediaStreamTrack;
    media.set({ ...media.get(), microphone: { kind: "on", track: other } });
    expect(peer().tracks["microphone"]).toBe(other);
    media.set({ ...media.get(), camera: { kind: "off" }, cameraOff: true });
    expect(peer().announced).toMatchObject([
      { camera: true, microphone: true },
      { camera: false, microphone: true },
    ]);
    expect(peers).toHaveLength(1);
  });

  it("believes the other about their camera, unless they speak nonsense", () => {
    const { peer, meeting, toLive } = scene();
    toLive(300_000);
    peer().says({ camera: false, microphone: true });
    peer().says({ camera: "maybe" });
    expect(meeting.theirs.get().media).toMatchObject({ camera: false, microphone: true });
    expect(peer().camera).toBe(false);
  });

  it("ends everything when signed out, and says so", () => {
    const { signaling, peer, calls, meeting, toLive } = scene();
    toLive(300_000);
    signaling.state.set({ kind: "signed-out" });
    expect(peer().closed).toBe(true);
    expect(meeting.state.get().phase).toBe("idle");
    expect(calls.signedOut).toBe(1);
  });

  it("keeps the two together when only the socket is lost", () => {
    const { signaling, peer, meeting, toLive } = scene();
    toLive(300_000);
    signaling.state.set({ kind: "lost", closing: "restart", kept: true });
    expect(meeting.state.get()).toMatchObject({ phase: "live", served: true });
    signaling.open();
    signaling.says(welcome);
    expect(meeting.state.get()).toMatchObject({ phase: "live", served: false });
    expect(peer().sending).toBe(true);
    vi.advanceTimersByTime(300_000);
    expect(peer().closed).toBe(true);
  });

  it("joins again by itself when it was waiting as the socket was lost", () => {
    const { signaling, meeting } = scene();
    meeting.meet({ interests: ["jazz"], languages: [] });
    signaling.state.set({ kind: "lost", closing: "restart", kept: true });
    signaling.open();
    signaling.says(welcome);
    expect(signaling.sent).toEqual([
      { type: "join", interests: ["jazz"], languages: [] },
      { type: "join", interests: ["jazz"], languages: [] },
    ]);
  });

  it("says whether there is a relay, and whether one is within reach", () => {
    const { signaling, events, meeting } = scene();
    expect(meeting.relay.get()).toBeNull();
    signaling.says({
      ...{ type: "welcome", connection: "c", resume: "t", sessionLimitSeconds: 300 },
      ...{ relay: true, entitlement: null },
    });
    expect(meeting.relay.get()).toBe(true);
    meeting.meet({ interests: [], languages: [] });
    signaling.says(matched);
    expect(meeting.theirs.get().relay).toBe("open");
    events.at(-1)?.relay("missing");
    expect(meeting.theirs.get().relay).toBe("missing");
  });

  it("hands a new round's servers to the connection", () => {
    const { signaling, peer, meeting, toLive } = scene(15);
    const iceServers = [{ urls: ["turn:relay"] }];
    toLive(15_000);
    vi.advanceTimersByTime(15_000);
    signaling.says({ type: "asking", encounter: "e1", answerWithinSeconds: 20 });
    meeting.answer(true);
    signaling.says({ ...live(15_000, 2), iceServers } as ServerMessage);
    expect(peer().renewed).toEqual([iceServers]);
    expect(peer().sending).toBe(true);
  });

  it("leaves no peer and no alarm behind when stopped", () => {
    const { peer, signaling, meeting, toLive } = scene();
    toLive(300_000);
    meeting.stop();
    expect(peer().closed).toBe(true);
    expect(signaling.sent.at(-1)).toEqual({ type: "leave" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("shows no screen that outlives the round, on either side", () => {
    const { meeting, peer, screen, screens, toLive, signaling } = scene();
    toLive(20_000);
    meeting.toggleScreen();
    peer().says({ camera: true, microphone: true, screen: true });
    expect(peer().tracks["screen"]).not.toBeNull();
    expect(peer().announced.at(-1)).toMatchObject({ screen: true });
    expect([screens.theirs, meeting.theirs.get().media.screen]).toEqual([true, true]);

    vi.advanceTimersByTime(20_000);
    expect(meeting.state.get().phase).toBe("asking");
    expect([screen.state.get().kind, peer().tracks["screen"]]).toEqual(["off", null]);
    expect([screens.theirs, meeting.theirs.get().media.screen]).toEqual([false, false]);

    meeting.toggleScreen();
    peer().says({ camera: true, microphone: true, screen: true });
    expect([screen.state.get().kind, screens.theirs]).toEqual(["off", false]);
    signaling.says({ type: "asking", encounter: "e1", answerWithinSeconds: 20 });
    meeting.answer(true);
    signaling.says(live(20_000, 2));
    expect([screen.state.get().kind, screens.theirs]).toEqual(["off", false]);
  });

  it("stops sharing a screen when asked again, and when somebody leaves", () => {
    const { meeting, screen, toLive } = scene();
    meeting.toggleScreen();
    expect(screen.state.get().kind).toBe("off");
    toLive(20_000);
    meeting.toggleScreen();
    meeting.toggleScreen();
    expect(screen.state.get().kind).toBe("off");
    meeting.toggleScreen();
    meeting.leave();
    expect(screen.state.get().kind).toBe("off");
  });

  it("says that nothing of the other comes, asks after the service, and follows its clock", () => {
    const { signaling, events, meeting, toLive } = scene();
    toLive(300_000);
    vi.advanceTimersByTime(100_000);
    events.at(-1)?.stalled(true);
    expect(signaling.sent.at(-1)).toEqual({ type: "stalled", encounter: "e1" });
    expect(signaling.probes).toBe(1);
    const encounter = "e1";
    signaling.says({
      type: "paused",
      encounter,
      remainingMillis: 200_000,
      pauseLeftMillis: 60_000,
    });
    vi.advanceTimersByTime(50_000);
    events.at(-1)?.stalled(false);
    expect(signaling.sent.at(-1)).toEqual({ type: "decoded", encounter: "e1" });
    signaling.says({ type: "continued", encounter, remainingMillis: 200_000 });
    vi.advanceTimersByTime(199_999);
    expect(meeting.state.get().phase).toBe("live");
    vi.advanceTimersByTime(1);
    expect(meeting.state.get().phase).toBe("asking");
  });

  it("ends a round by itself a minute late at most, whatever the service says", () => {
    const { signaling, events, meeting, toLive } = scene();
    toLive(300_000);
    events.at(-1)?.stalled(true);
    for (let paused = 0; paused < 10; paused += 1) {
      signaling.says({
        type: "paused",
        encounter: "e1",
        remainingMillis: 300_000,
        pauseLeftMillis: 600_000,
      });
      vi.advanceTimersByTime(36_000 - (paused === 9 ? 1 : 0));
    }
    expect(meeting.state.get().phase).toBe("live");
    vi.advanceTimersByTime(1);
    expect(meeting.state.get().phase).toBe("asking");
    expect(meeting.theirs.get().stalled).toBe(false);
  });

  it("has the line watched as long as something is going on", () => {
    const { signaling, meeting, toLive } = scene();
    expect(signaling.watched).toBe(false);
    toLive(300_000);
    expect(signaling.watched).toBe(true);
    meeting.leave();
    expect(signaling.watched).toBe(false);
  });
});
