import type { IceServer } from "../protocol/messages";
import type { PeerPayload, SentMedia } from "../protocol/peerPayload";
import { connectionOf } from "./connection";
import type { Connection } from "./connection";
import { isDecoded } from "./firstFrame";
import type { InboundStatistic } from "./firstFrame";
import { isCandidateFault, onDescription, QUIET } from "./negotiation";
import type { Negotiation } from "./negotiation";

export type Kind = "audio" | "video";
const KINDS: readonly Kind[] = ["audio", "video"];

export interface PeerEvents {
  /** To be relayed to the other page. */
  readonly signal: (payload: PeerPayload) => void;
  /** Once: the other's first frame has been decoded. */
  readonly decoded: () => void;
  readonly connection: (connection: Connection) => void;
  readonly theirMedia: (media: SentMedia) => void;
}

/** What the call needs of a peer connection; the fake of the tests has nothing else. */
export interface PeerPort {
  /** Their tracks, live as they come; the same stream for the whole encounter. */
  readonly remote: MediaStream;
  receive(payload: PeerPayload): void;
  /** Sends another track, or none, without a new negotiation. */
  replace(kind: Kind, track: MediaStreamTrack | null): void;
  announce(media: SentMedia): void;
  /** Stops sending and playing at once; the connection itself stays for another round. */
  hush(): void;
  /** Sends and plays again after {@link hush}. */
  resume(): void;
  close(): void;
}

const STATISTICS_MS = 150;
const RESTART_AFTER_MS = 3_000;
const LOST_AFTER_MS = 20_000;
/** A goodbye inside DTLS outruns the service, which knows why; it gets this long to say so. */
const GOODBYE_MS = 2_500;

/**
 * One `RTCPeerConnection` and everything that touches it. Both transceivers are made once, by the impolite side,
 * which therefore makes the first offer; the polite side adopts them from that offer. (Had both made their own, the
 * offers would cross and the polite side would end up with two of each: JSEP, RFC 8829 §5.10, reuses only those of `addTrack`.)
 */
export class Peer implements PeerPort {
  readonly remote = new MediaStream();
  readonly #pc: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #events: PeerEvents;
  readonly #tracks: Record<Kind, MediaStreamTrack | null> = { audio: null, video: null };
  readonly #transceivers: Partial<Record<Kind, RTCRtpTransceiver>> = {};
  readonly #early: (RTCIceCandidateInit | null)[] = [];
  #flags: Negotiation = QUIET;
  #described = false;
  #hushed = false;
  #closed = false;
  #theirCamera: boolean | null = null;
  #connection: Connection = "connecting";
  #steadySince: number | null = null;
  #watch: ReturnType<typeof setInterval> | null = null;
  #restart: ReturnType<typeof setTimeout> | null = null;
  #giveUp: ReturnType<typeof setTimeout> | null = null;

  constructor(polite: boolean, iceServers: readonly IceServer[], events: PeerEvents) {
    this.#polite = polite;
    this.#events = events;
    this.#pc = new RTCPeerConnection({
      iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
      bundlePolicy: "max-bundle",
    });
    this.#pc.onnegotiationneeded = () => void this.#offer();
    this.#pc.onicecandidate = ({ candidate }) => {
      events.signal({ kind: "candidate", candidate: candidate?.toJSON() ?? null });
    };
    this.#pc.onconnectionstatechange = () => this.#reconsider();
    if (!polite) {
      for (const kind of KINDS)
        this.#adopt(this.#pc.addTransceiver(kind, { direction: "sendrecv" }));
    }
    this.#watch = setInterval(() => void this.#lookForFrame(), STATISTICS_MS);
  }

  receive(payload: PeerPayload): void {
    if (this.#closed) return;
    switch (payload.kind) {
      case "description":
        void this.#describe(payload.description);
        return;
      case "candidate":
        // RTCPeerConnection queues candidates behind a description it was given, but refuses those that come before any.
        if (this.#described) void this.#addCandidate(payload.candidate);
        else this.#early.push(payload.candidate);
        return;
      case "media":
        this.#theirCamera = payload.media.camera;
        this.#events.theirMedia(payload.media);
        return;
      default:
        payload satisfies never;
    }
  }

  replace(kind: Kind, track: MediaStreamTrack | null): void {
    this.#tracks[kind] = track;
    if (!this.#hushed) this.#send(kind, track);
  }

  announce(media: SentMedia): void {
    this.#events.signal({ kind: "media", media });
  }

  hush(): void {
    this.#hushed = true;
    for (const kind of KINDS) {
      this.#send(kind, null);
      const receiver = this.#transceivers[kind]?.receiver;
      if (receiver !== undefined) receiver.track.enabled = false;
    }
  }

  resume(): void {
    this.#hushed = false;
    for (const kind of KINDS) {
      this.#send(kind, this.#tracks[kind]);
      const receiver = this.#transceivers[kind]?.receiver;
      if (receiver !== undefined) receiver.track.enabled = true;
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopWatching();
    this.#clearRecovery();
    const pc = this.#pc;
    pc.onnegotiationneeded = pc.onicecandidate = pc.onconnectionstatechange = null;
    pc.close();
    for (const track of this.remote.getTracks()) this.remote.removeTrack(track);
  }

  async #offer(): Promise<void> {
    try {
      this.#flags = { ...this.#flags, makingOffer: true };
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } catch (error) {
      this.#fault("offer", error);
    } finally {
      this.#flags = { ...this.#flags, makingOffer: false };
    }
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type !== "offer" && description.type !== "answer") return;
    const decision = onDescription(
      this.#flags,
      this.#polite,
      this.#pc.signalingState,
      description.type,
    );
    this.#flags = decision.flags;
    if (decision.reaction === "ignore") return;
    try {
      const applied = this.#pc.setRemoteDescription(description);
      this.#described = true;
      for (const candidate of this.#early.splice(0)) void this.#addCandidate(candidate);
      await applied;
      this.#flags = { ...this.#flags, settingRemoteAnswer: false };
      if (decision.reaction === "apply-and-answer") {
        for (const transceiver of this.#pc.getTransceivers()) this.#adopt(transceiver);
        await this.#pc.setLocalDescription();
        this.#sendDescription();
      }
    } catch (error) {
      this.#flags = { ...this.#flags, settingRemoteAnswer: false };
      this.#fault("description", error);
    }
  }

  async #addCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      if (isCandidateFault(this.#flags)) this.#fault("candidate", error);
    }
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description === null || this.#closed) return;
    this.#events.signal({
      kind: "description",
      description: { type: description.type, sdp: description.sdp },
    });
  }

  /** Takes the first transceiver of each kind for its own; a stranger's offer may hold more, and they stay silent. */
  #adopt(transceiver: RTCRtpTransceiver): void {
    const track = transceiver.receiver.track;
    const kind: Kind = track.kind === "audio" ? "audio" : "video";
    const own = this.#transceivers[kind];
    if (own === transceiver) return;
    if (own !== undefined) {
      transceiver.direction = "inactive";
      return;
    }
    this.#transceivers[kind] = transceiver;
    transceiver.direction = "sendrecv";
    this.remote.addTrack(track);
    track.enabled = !this.#hushed;
    if (!this.#hushed) this.#send(kind, this.#tracks[kind]);
  }

  #send(kind: Kind, track: MediaStreamTrack | null): void {
    this.#transceivers[kind]?.sender
      .replaceTrack(track)
      .catch((error: unknown) => this.#fault("track", error));
  }

  async #lookForFrame(): Promise<void> {
    if (this.#steadySince === null) return;
    const report = await this.#pc.getStats();
    const statistics: InboundStatistic[] = [];
    report.forEach((statistic) => statistics.push(statistic as InboundStatistic));
    const elapsed = performance.now() - this.#steadySince;
    if (this.#watch === null || !isDecoded(statistics, this.#theirCamera, elapsed)) return;
    this.#stopWatching();
    this.#events.decoded();
  }

  #reconsider(): void {
    const transport = this.#transceivers.audio?.sender.transport ?? null;
    if (transport !== null) transport.onstatechange ??= () => this.#reconsider();
    const next = connectionOf(
      this.#pc.connectionState,
      transport?.state ?? "new",
      this.#steadySince !== null,
    );
    if (next === "steady") this.#steadySince ??= performance.now();
    // An interruption that was being waited out has become a failure, or a restart failed: restart (again).
    if (this.#connection === "weak" && this.#pc.connectionState === "failed") this.#pc.restartIce();
    if (next === this.#connection || this.#connection === "lost" || this.#closed) return;
    this.#connection = next;
    this.#clearRecovery();
    if (next === "lost") {
      this.#giveUp = setTimeout(() => this.#events.connection(next), GOODBYE_MS);
      return;
    }
    if (next === "weak") this.#recover();
    this.#events.connection(next);
  }

  /** Restarts ICE: at once when it failed, after a moment when it may come back by itself. */
  #recover(): void {
    const wait = this.#pc.connectionState === "failed" ? 0 : RESTART_AFTER_MS;
    this.#restart = setTimeout(() => this.#pc.restartIce(), wait);
    this.#giveUp = setTimeout(() => {
      this.#connection = "lost";
      this.#clearRecovery();
      this.#events.connection("lost");
    }, LOST_AFTER_MS);
  }

  #clearRecovery(): void {
    if (this.#restart !== null) clearTimeout(this.#restart);
    if (this.#giveUp !== null) clearTimeout(this.#giveUp);
    this.#restart = this.#giveUp = null;
  }

  #stopWatching(): void {
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
  }

  /** The encounter's own deadlines decide what becomes of a fault; here it is only told to whoever reads the console. */
  #fault(step: string, error: unknown): void {
    if (!this.#closed) console.warn(`The ${step} could not be applied:`, error);
  }
}
