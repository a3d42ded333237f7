import { slotOf, SLOTS } from "../media/slots";
import type { Kind, Slot, VideoSlot } from "../media/slots";
import { preferCodecs } from "./codecs";

/** What the transceivers need of the connection around them. */
export interface TransceiverEdges {
  /** Codecs that this device codes in hardware. */
  readonly efficient: ReadonlySet<string>;
  /** A slot sends another track, or none, from now on. */
  readonly sending: () => void;
  readonly fault: (step: string, error: unknown) => void;
}

/**
 * What one connection sends and receives. All transceivers are made once, by the impolite side, which therefore makes the
 * first offer; the polite side adopts them from that offer. (Had both made their own, the offers would cross and the
 * polite side would end up with two of each: JSEP, RFC 8829 §5.10, reuses only those of `addTrack`.)
 */
export class Transceivers {
  /** Their camera and microphone; the same stream for the whole encounter. */
  readonly remote = new MediaStream();
  /** Their screen and its sound. */
  readonly remoteScreen = new MediaStream();
  readonly #pc: RTCPeerConnection;
  readonly #edges: TransceiverEdges;
  readonly #tracks: Partial<Record<Slot, MediaStreamTrack | null>> = {};
  readonly #bySlot = new Map<Slot, RTCRtpTransceiver>();
  readonly #masked = new Set<Slot>();
  #hushed = false;

  constructor(pc: RTCPeerConnection, edges: TransceiverEdges) {
    this.#pc = pc;
    this.#edges = edges;
  }

  /** Makes all of them, in the order that the other side expects. */
  make(): void {
    for (const { kind } of SLOTS) this.#pc.addTransceiver(kind, { direction: "sendrecv" });
    this.adopt();
  }

  /**
   * Takes the first transceivers of each kind for its own; a stranger's offer may hold more, and they stay silent. To be
   * called before every answer: where two offers have met, Chromium rolls the polite one back by throwing away
   * what an earlier offer had made, and makes it again.
   */
  adopt(): void {
    const counts: Record<Kind, number> = { audio: 0, video: 0 };
    for (const transceiver of this.#pc.getTransceivers()) {
      if (transceiver.direction === "stopped") continue;
      const kind: Kind = transceiver.receiver.track.kind === "audio" ? "audio" : "video";
      const slot = slotOf(kind, counts[kind]++);
      if (slot === null) transceiver.direction = "inactive";
      else if (this.#bySlot.get(slot) !== transceiver) this.#take(slot, transceiver);
    }
  }

  get(slot: Slot): RTCRtpTransceiver | undefined {
    return this.#bySlot.get(slot);
  }

  /** Which slot a stream of the statistics belongs to: by `mid`, and by the id of the track that it feeds. */
  slots(): ReadonlyMap<string, Slot> {
    const named = new Map<string, Slot>();
    for (const [slot, { mid, receiver }] of this.#bySlot) {
      if (mid !== null) named.set(mid, slot);
      named.set(receiver.track.id, slot);
    }
    return named;
  }

  /** Sends another track, or none, without a new negotiation. */
  replace(slot: Slot, track: MediaStreamTrack | null): void {
    if (this.#tracks[slot] === track) return;
    this.#tracks[slot] = track;
    if (!this.#hushed) this.#send(slot, track);
  }

  /** Stops sending and playing at once. */
  hush(): void {
    this.#hushed = true;
    for (const [slot, { receiver }] of this.#bySlot) {
      this.#send(slot, null);
      this.#play(slot, receiver.track);
    }
  }

  /** Plays black in place of what comes in, and still receives it. */
  mask(slot: VideoSlot, masked: boolean): void {
    if (masked) this.#masked.add(slot);
    else this.#masked.delete(slot);
    const track = this.#bySlot.get(slot)?.receiver.track;
    if (track !== undefined) this.#play(slot, track);
  }

  /** Sends and plays again after {@link hush}. */
  resume(): void {
    this.#hushed = false;
    for (const [slot, { receiver }] of this.#bySlot) {
      this.#send(slot, this.#tracks[slot] ?? null);
      this.#play(slot, receiver.track);
    }
  }

  close(): void {
    for (const stream of [this.remote, this.remoteScreen])
      for (const track of stream.getTracks()) stream.removeTrack(track);
  }

  #take(slot: Slot, transceiver: RTCRtpTransceiver): void {
    const { track } = transceiver.receiver;
    const before = this.#bySlot.get(slot);
    this.#bySlot.set(slot, transceiver);
    transceiver.direction = "sendrecv";
    preferCodecs(slot, transceiver, this.#edges.efficient);
    const stream = slot === "camera" || slot === "microphone" ? this.remote : this.remoteScreen;
    if (before !== undefined) stream.removeTrack(before.receiver.track);
    stream.addTrack(track);
    this.#play(slot, track);
    if (!this.#hushed) this.#send(slot, this.#tracks[slot] ?? null);
  }

  #play(slot: Slot, track: MediaStreamTrack): void {
    track.enabled = !this.#hushed && !this.#masked.has(slot);
  }

  #send(slot: Slot, track: MediaStreamTrack | null): void {
    this.#bySlot
      .get(slot)
      ?.sender.replaceTrack(track)
      .then(this.#edges.sending, (error: unknown) => this.#edges.fault("track", error));
  }
}
