import type { Subject } from "../composition/subject";
import { Composition } from "../composition/Composition";
import { VIDEO_BITS } from "../composition/rates";
import { pauseBefore, RETURN_WITHIN_MS } from "./broadcast";
import type { Breakdown, Broadcast, BroadcastEvents } from "./broadcast";
import type { Ingest } from "./ingest";
import { endSession, offerTo, WhipRefused } from "./whip";
import type { WhipSession } from "./whip";

const LOOK_MS = 1_000;
/** Candidates that are found later are left out, in milliseconds: those of this machine come at once. */
const GATHER_MS = 2_000;
/** A path that does not come about by then will not, in milliseconds. */
const CONNECT_MS = 15_000;

/**
 * Streams straight to a WHIP endpoint, past the service. A path that is lost for good is replaced by another session: RFC
 * 9725 §4.3.2 leaves it to endpoints whether they restart ICE, and few do.
 */
export class WhipBroadcast implements Broadcast {
  readonly composition: Composition;
  readonly #ingest: Extract<Ingest, { kind: "whip" }>;
  readonly #events: BroadcastEvents;
  #connection: RTCPeerConnection | null = null;
  #session: WhipSession | null = null;
  #brokenAt: number | null = null;
  #hasRun = false;
  /** To come back, since the line broke. */
  #attempts = 0;
  #over = false;
  #sent = 0;
  #looking: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    ingest: Extract<Ingest, { kind: "whip" }>,
    subject: Subject,
    events: BroadcastEvents,
  ) {
    this.composition = new Composition(subject);
    this.#ingest = ingest;
    this.#events = events;
    this.#looking = setInterval(() => void this.#look(), LOOK_MS);
    void this.#connect();
  }

  async stop(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.#leave();
  }

  async #connect(): Promise<void> {
    const connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
    this.#connection = connection;
    this.#sent = 0;
    const { stream } = this.composition;
    for (const track of stream.getTracks()) {
      const init = track.kind === "video" ? { sendEncodings: [{ maxBitrate: VIDEO_BITS }] } : {};
      const transceiver = connection.addTransceiver(track, {
        ...{ direction: "sendonly", streams: [stream], ...init },
      });
      if (track.kind === "video") preferH264(transceiver);
    }
    const deadline = setTimeout(() => this.#onLost(connection, "unreachable"), CONNECT_MS);
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === "connected") clearTimeout(deadline);
      if (connection.connectionState === "failed") this.#onLost(connection, "lost");
    };
    try {
      await connection.setLocalDescription();
      await gathered(connection);
      const offer = connection.localDescription?.sdp ?? "";
      const { address, key } = this.#ingest;
      const session = await offerTo(address, key, offer, fetch);
      if (connection !== this.#connection) {
        await endSession(session, key, fetch);
        return;
      }
      this.#session = session;
      await connection.setRemoteDescription({ type: "answer", sdp: session.answer });
    } catch (error) {
      clearTimeout(deadline);
      this.#onLost(connection, whyOf(error));
    }
  }

  async #look(): Promise<void> {
    const connection = this.#connection;
    if (connection === null) return;
    let sent = 0;
    for (const stat of (
      await connection.getStats()
    ).values() as Iterable<RTCOutboundRtpStreamStats>)
      if (stat.type === "outbound-rtp") sent += stat.bytesSent ?? 0;
    if (connection !== this.#connection) return;
    const bitsPerSecond = Math.max(0, sent - this.#sent) * 8;
    this.#sent = sent;
    const live = connection.connectionState === "connected";
    if (live && bitsPerSecond > 0) {
      this.#hasRun = true;
      this.#brokenAt = null;
      this.#attempts = 0;
    }
    const state = live ? "live" : this.#hasRun ? "reconnecting" : "connecting";
    this.#events.line({ state, bitsPerSecond });
  }

  /** Once for each connection: tries again, if it has ever run and there is time left. */
  #onLost(connection: RTCPeerConnection, why: Breakdown): void {
    if (connection !== this.#connection || this.#over) return;
    this.#closeConnection();
    const now = performance.now();
    this.#brokenAt ??= now;
    if (!this.#hasRun || now - this.#brokenAt > RETURN_WITHIN_MS) {
      this.#over = true;
      void this.#leave();
      this.#events.broke(why);
      return;
    }
    this.#events.line({ state: "reconnecting", bitsPerSecond: 0 });
    this.#retry = setTimeout(() => void this.#connect(), pauseBefore(this.#attempts++));
  }

  #closeConnection(): void {
    this.#connection?.close();
    this.#connection = null;
    const session = this.#session;
    this.#session = null;
    if (session !== null) void endSession(session, this.#ingest.key, fetch);
  }

  async #leave(): Promise<void> {
    clearInterval(this.#looking);
    clearTimeout(this.#retry);
    const session = this.#session;
    this.#session = null;
    this.#connection?.close();
    this.#connection = null;
    this.composition.close();
    if (session !== null) await endSession(session, this.#ingest.key, fetch);
  }
}

/** Platforms pass on H.264 as it is. */
function preferH264(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpSender.getCapabilities("video")?.codecs ?? [];
  const first = codecs.filter(({ mimeType }) => mimeType.toLowerCase() === "video/h264");
  const rest = codecs.filter((codec) => !first.includes(codec));
  if (first.length > 0) transceiver.setCodecPreferences([...first, ...rest]);
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      if (connection.iceGatheringState === "complete") resolve();
    };
    connection.onicegatheringstatechange = done;
    setTimeout(resolve, GATHER_MS);
    done();
  });
}

function whyOf(error: unknown): Breakdown {
  if (!(error instanceof WhipRefused)) return "failed";
  const { status } = error;
  return status === 401 || status === 403 || status === 404 ? "key-refused" : "unreachable";
}
