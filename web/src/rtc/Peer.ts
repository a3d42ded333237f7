import { Channels } from "../channel/Channels";
import type { ChannelsPort } from "../channel/Channels";
import type { ControlPort } from "../channel/Control";
import type { IceServer, Matched } from "../protocol/messages";
import type { PeerPayload } from "../protocol/peerPayload";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { Meter } from "../statistics/Meter";
import type { Quality } from "../statistics/quality";
import { pathOf } from "../statistics/path";
import { Statistics } from "../statistics/Statistics";
import type { Report, StatisticsPort } from "../statistics/Statistics";
import { Adaptation } from "./Adaptation";
import type { HeldBack } from "./Adaptation";
import { configurationOf } from "./configuration";
import { connectionOf } from "./connection";
import type { Connection } from "./connection";
import { isDecoded } from "./firstFrame";
import { nextFlow, progressOf } from "./flow";
import type { Flow } from "./flow";
import { isSameIdentity, readIdentity, UNKNOWN } from "./identity";
import type { Identity } from "./identity";
import { Negotiator } from "./Negotiator";
import { onNetworkChange } from "./networkChange";
import type { Picture } from "./picture";
import { Recovery } from "./Recovery";
import { namesRelay } from "./relay";
import type { RelayOutlook } from "./relay";
import { relayOnly } from "./relayOnly";
import { RelayWatch } from "./RelayWatch";
import type { Slot, VideoSlot } from "../media/slots";
import { Transceivers } from "./Transceivers";

/** What this side brings into a connection. */
export interface OwnMeans {
  /** Codecs that this device codes in hardware. */
  readonly efficient: ReadonlySet<string>;
  /** To be presented to the other; null lets the browser make one. */
  readonly certificate: RTCCertificate | null;
}

export interface PeerEvents {
  /** To be relayed to the other page. */
  readonly signal: (payload: PeerPayload) => void;
  /** Once: the other's first frame has been decoded. */
  readonly decoded: () => void;
  readonly connection: (connection: Connection) => void;
  /** Whether a relay is within reach, as soon as that is news. */
  readonly relay: (outlook: RelayOutlook) => void;
  /** After the first frame: the other has stopped arriving, or arrives again; each round begins as if they arrived. */
  readonly stalled: (stalled: boolean) => void;
}

/** What the call needs of a peer connection; the fake of the tests has nothing else. */
export interface PeerPort {
  /** Their camera and microphone, live as they come; the same stream for the whole encounter. */
  readonly remote: MediaStream;
  /** Their screen and its sound. */
  readonly remoteScreen: MediaStream;
  /** Which of the two this page is; the service says so. */
  readonly polite: boolean;
  /** Whose certificates the two ends have shown each other. */
  readonly identity: Observable<Identity>;
  readonly control: ControlPort;
  readonly channels: ChannelsPort;
  readonly statistics: StatisticsPort;
  /** How both directions did in the last seconds; null until that is known. */
  readonly quality: Observable<Quality | null>;
  /** How far this page holds its own picture back, and for what. */
  readonly heldBack: Observable<HeldBack>;
  receive(payload: PeerPayload): void;
  /** Sends another track, or none, without a new negotiation. Not from the camera: see {@link show}. */
  replace(slot: Exclude<Slot, "camera">, track: MediaStreamTrack | null): void;
  /** Sends this picture of the person, or none. */
  show(picture: Picture | null): void;
  /** Blackens what comes in, wherever it is shown, or lets it be seen again. */
  mask(slot: VideoSlot, masked: boolean): void;
  /** What the other says about their camera: without one, sound alone is as good as a picture. */
  expectCamera(camera: boolean): void;
  /** Stops sending and playing at once; the connection itself stays for another round. */
  hush(): void;
  /** Sends and plays again after {@link hush}. */
  resume(): void;
  /** Nobody relayed what was said for a while: says again what has not been answered, and finds a path where there is none. */
  sayAgain(): void;
  /** Takes the servers of another round; a path through a relay of the last one is found anew. */
  renew(iceServers: readonly IceServer[]): void;
  close(): void;
}

/** Until the first frame every moment counts; after it the statistics are for the indicator and for stalls. */
const FIRST_FRAME_PACE_MS = 150;
const PACE_MS = 500;
/** A goodbye inside DTLS outruns the service, which knows why; it gets this long to say so. */
const GOODBYE_MS = 2_500;

/** One `RTCPeerConnection`, put together from what negotiates, sends, talks, measures and recovers. */
export class Peer implements PeerPort {
  readonly polite: boolean;
  readonly identity: Observable<Identity>;
  readonly control: ControlPort;
  readonly channels: Channels;
  readonly statistics: StatisticsPort;
  readonly quality: Observable<Quality | null>;
  readonly heldBack: Observable<HeldBack>;
  readonly #pc: RTCPeerConnection;
  readonly #certificate: RTCCertificate | null;
  readonly #identity = new Variable<Identity>(UNKNOWN);
  readonly #events: PeerEvents;
  readonly #transceivers: Transceivers;
  readonly #negotiator: Negotiator;
  readonly #statistics: Statistics;
  readonly #meter: Meter;
  readonly #adaptation: Adaptation;
  readonly #recovery: Recovery;
  readonly #relayWatch: RelayWatch;
  readonly #relayOnly: boolean;
  readonly #stopListening: () => void;
  #hushed = false;
  #closed = false;
  #theirCamera: boolean | null = null;
  #connection: Connection = "connecting";
  #steadySince: number | null = null;
  /** Null before the first frame and while nothing is to be played. */
  #flow: Flow | null = null;
  #decoded = false;
  /** Whether the path led through a relay when it was last seen. */
  #relayed = false;
  #goodbye: ReturnType<typeof setTimeout> | null = null;

  constructor(
    match: Pick<Matched, "polite" | "iceServers" | "relayOnly">,
    events: PeerEvents,
    { efficient, certificate }: OwnMeans,
  ) {
    this.polite = match.polite;
    this.identity = this.#identity;
    this.#certificate = certificate;
    this.#events = events;
    const pc = new RTCPeerConnection(
      configurationOf(match.iceServers, match.relayOnly, certificate),
    );
    this.#pc = pc;
    this.#relayOnly = match.relayOnly;
    this.#relayWatch = new RelayWatch(pc, namesRelay(match.iceServers), events.relay);
    const fault = (step: string, error: unknown): void => this.#fault(step, error);
    this.#transceivers = new Transceivers(pc, {
      efficient,
      sending: () => this.#adaptation.apply(),
      fault,
    });
    this.#adaptation = new Adaptation((slot) => this.#transceivers.get(slot)?.sender, fault);
    this.heldBack = this.#adaptation.heldBack;
    this.channels = new Channels(pc);
    this.control = this.channels.control;
    this.#negotiator = new Negotiator(pc, {
      polite: match.polite,
      signal: (payload) => {
        const told = this.#tellable(payload);
        if (told !== null) events.signal(told);
      },
      beforeAnswer: () => {
        this.#transceivers.adopt();
        this.channels.establish();
      },
      fault,
    });
    this.#recovery = new Recovery(this.polite, {
      restart: () => pc.restartIce(),
      giveUp: () => this.#become("lost"),
    });
    this.#statistics = new Statistics(pc, () => this.#transceivers.slots(), FIRST_FRAME_PACE_MS);
    this.statistics = this.#statistics.latest;
    this.#meter = new Meter(this.statistics);
    this.quality = this.#meter.quality;
    this.statistics.subscribe(() => this.#read(this.statistics.get()));
    this.quality.subscribe(() => this.#adapt(this.quality.get()));
    pc.onconnectionstatechange = () => this.#reconsider();
    pc.onsignalingstatechange = () => this.#identify();
    this.#stopListening = onNetworkChange(() => this.#onNetworkChange());
    if (!match.polite) {
      this.#transceivers.make();
      this.channels.establish();
    }
  }

  get remote(): MediaStream {
    return this.#transceivers.remote;
  }

  get remoteScreen(): MediaStream {
    return this.#transceivers.remoteScreen;
  }

  receive(payload: PeerPayload): void {
    const heard = this.#tellable(payload);
    if (heard !== null) this.#negotiator.receive(heard);
  }

  replace(slot: Exclude<Slot, "camera">, track: MediaStreamTrack | null): void {
    this.#transceivers.replace(slot, track);
  }

  show(picture: Picture | null): void {
    this.#transceivers.replace("camera", picture);
  }

  mask(slot: VideoSlot, masked: boolean): void {
    this.#transceivers.mask(slot, masked);
  }

  expectCamera(camera: boolean): void {
    if (camera !== this.#theirCamera) this.#meter.restart();
    this.#theirCamera = camera;
  }

  hush(): void {
    this.#hushed = true;
    this.#transceivers.hush();
    this.#flow = null;
  }

  resume(): void {
    this.#hushed = false;
    this.#transceivers.resume();
    this.#meter.restart();
    this.#attend();
  }

  sayAgain(): void {
    this.#negotiator.sayAgain();
    if (this.#connection !== "steady" && !this.#hushed && !this.polite) this.#pc.restartIce();
  }

  renew(iceServers: readonly IceServer[]): void {
    this.#pc.setConfiguration(configurationOf(iceServers, this.#relayOnly, this.#certificate));
    // One offer is enough, and two would meet: the polite side restarts by itself where none has come.
    if (this.#relayed && !this.polite) this.#pc.restartIce();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#relayWatch.close();
    this.#statistics.close();
    this.#meter.close();
    this.#recovery.end();
    if (this.#goodbye !== null) clearTimeout(this.#goodbye);
    this.#negotiator.close();
    this.channels.close();
    this.#pc.onconnectionstatechange = this.#pc.onsignalingstatechange = null;
    this.#pc.close();
    this.#transceivers.close();
  }

  #read(report: Report | null): void {
    if (report === null || this.#closed || this.#steadySince === null) return;
    const { at, statistics } = report;
    if (!this.#decoded) {
      if (!isDecoded(statistics, this.#theirCamera, at - this.#steadySince)) return;
      this.#decoded = true;
      this.#statistics.pace(PACE_MS);
      this.#events.decoded();
    }
    const path = pathOf(statistics);
    if (path !== null) this.#relayed = path.local === "relay" || path.remote === "relay";
    if (this.#hushed) return;
    const progress = progressOf(statistics);
    const before = this.#flow ?? { progress, movedAt: at, stalled: false };
    this.#flow = nextFlow(before, progress, at, this.#theirCamera, this.#connection === "steady");
    if (this.#flow.stalled === before.stalled) return;
    this.#attend();
    this.#events.stalled(this.#flow.stalled);
  }

  #adapt(quality: Quality | null): void {
    if (quality !== null && this.#decoded && !this.#hushed) this.#adaptation.read(quality);
  }

  #reconsider(): void {
    const transport = this.#transceivers.get("microphone")?.sender.transport ?? null;
    if (transport !== null) transport.onstatechange ??= () => this.#reconsider();
    const { connectionState } = this.#pc;
    const next = connectionOf(
      connectionState,
      transport?.state ?? "new",
      this.#steadySince !== null,
    );
    this.#identify();
    if (next === "steady") this.#steadySince ??= performance.now();
    if (next === "lost") this.#sayGoodbye();
    else this.#become(next);
  }

  #identify(): void {
    const identity = readIdentity(this.#pc, this.#certificate);
    if (!isSameIdentity(identity, this.#identity.get())) this.#identity.set(identity);
  }

  #become(next: Connection): void {
    const news = next !== this.#connection && this.#connection !== "lost" && !this.#closed;
    if (!news) {
      if (next === "weak") this.#attend();
      return;
    }
    this.#connection = next;
    this.#attend();
    this.#events.connection(next);
  }

  /** Recovers what is down, and rests once it is up, or while the relay is taken away until the next round. */
  #attend(): void {
    if (this.#hushed) this.#recovery.end();
    else if (this.#connection === "weak")
      this.#recovery.begin(this.#pc.connectionState === "failed");
    else if (this.#connection === "steady" && this.#flow?.stalled === true)
      this.#recovery.begin(true);
    else this.#recovery.end();
  }

  #sayGoodbye(): void {
    this.#recovery.end();
    this.#goodbye ??= setTimeout(() => this.#become("lost"), GOODBYE_MS);
  }

  /** Addresses are not what they were: find new ones before the old path is missed. */
  #onNetworkChange(): void {
    if (this.#steadySince !== null && !this.#closed && !this.#hushed) this.#pc.restartIce();
  }

  /** What may pass between the pages; all of it, unless somebody hides their address. */
  #tellable(payload: PeerPayload): PeerPayload | null {
    return this.#relayOnly ? relayOnly(payload) : payload;
  }

  /** The encounter's own deadlines decide what becomes of a fault; here it is only told to whoever reads the console. */
  #fault(step: string, error: unknown): void {
    if (!this.#closed) console.warn(`The ${step} could not be applied:`, error);
  }
}
