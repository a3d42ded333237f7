import type { Kind, Slot } from "../media/slots";
import { boolean, count, number, text } from "./members";
import { pathOf } from "./path";
import type { Path } from "./path";
import type { Report, Statistic } from "./Statistics";

/** Where a browser does not say something (members differ by browser and version), it is null. */
type Maybe<T> = T | null;

/** What is known of a stream in either direction. Counters only grow while a connection lives. */
interface Stream {
  readonly kind: Kind;
  readonly bytes: number;
  readonly packets: number;
  /** "VP8", "opus". */
  readonly codec: Maybe<string>;
  /** The codec's parameters as SDP has them (`a=fmtp`). */
  readonly parameters: Maybe<string>;
  readonly width: Maybe<number>;
  readonly height: Maybe<number>;
  readonly framesPerSecond: Maybe<number>;
  /** Whether coding is done by hardware, or as cheaply as if it were. */
  readonly efficient: Maybe<boolean>;
}

/** A stream that arrives here: `inbound-rtp` (webrtc-stats §8.4). */
export interface Received extends Stream {
  /** May shrink again when a packet that was given up comes after all. */
  readonly lost: number;
  /** Seconds. */
  readonly jitter: Maybe<number>;
  readonly framesDecoded: number;
  readonly framesDropped: number;
  readonly freezes: Maybe<number>;
  readonly freezeSeconds: Maybe<number>;
  readonly samples: number;
  /** Samples made up to bridge a gap; silence that was never sent is none. */
  readonly concealedSamples: number;
}

/** Why a browser sends less of a picture than it was given. */
export type Limitation = "none" | "bandwidth" | "cpu" | "other";

/** A stream that leaves here: `outbound-rtp`, and what the other reports of it (`remote-inbound-rtp`, RFC 3550 §6.4). */
export interface Sent extends Stream {
  readonly limitation: Maybe<Limitation>;
  readonly framesEncoded: number;
  readonly encodeSeconds: Maybe<number>;
  /** Null before the other's first report. */
  readonly lost: Maybe<number>;
  /** Seconds. */
  readonly jitter: Maybe<number>;
  /** Seconds. */
  readonly roundTrip: Maybe<number>;
}

/** One report as this page understands it. */
export interface Counters {
  /** Monotonic milliseconds. */
  readonly at: number;
  readonly received: Readonly<Partial<Record<Slot, Received>>>;
  readonly sent: Readonly<Partial<Record<Slot, Sent>>>;
  readonly path: Maybe<Path>;
}

/** Reads a report of any browser; what has never carried a byte is left out. */
export function countersOf(report: Report): Counters {
  const byId = new Map(report.statistics.map((statistic) => [statistic.id, statistic]));
  const received: Partial<Record<Slot, Received>> = {};
  const sent: Partial<Record<Slot, Sent>> = {};
  for (const statistic of report.statistics) {
    const direction = statistic.type;
    if (direction !== "inbound-rtp" && direction !== "outbound-rtp") continue;
    const slot = slotOfStream(statistic, report);
    if (slot === null) continue;
    if (direction === "inbound-rtp") {
      const stream = receivedOf(statistic, byId);
      if (stream.bytes > 0) received[slot] = stream;
    } else {
      const stream = sentOf(statistic, byId);
      if (stream.bytes > 0) sent[slot] = stream;
    }
  }
  return { at: report.at, received, sent, path: pathOf(report.statistics) };
}

type ById = ReadonlyMap<string, Statistic>;

function slotOfStream(statistic: Statistic, { slots }: Report): Slot | null {
  const names = [text(statistic["mid"]), text(statistic["trackIdentifier"])];
  for (const name of names) {
    const slot = name === null ? undefined : slots.get(name);
    if (slot !== undefined) return slot;
  }
  if (names.some((name) => name !== null)) return null;
  // A browser that names neither: it is what is nearly always meant.
  return kindOf(statistic) === "audio" ? "microphone" : "camera";
}

function kindOf(statistic: Statistic): Kind {
  return (statistic["kind"] ?? statistic["mediaType"]) === "audio" ? "audio" : "video";
}

function streamOf(
  statistic: Statistic,
  byId: ById,
): Omit<Stream, "bytes" | "packets" | "efficient"> {
  const codec = byId.get(text(statistic["codecId"]) ?? "");
  return {
    kind: kindOf(statistic),
    codec: text(codec?.["mimeType"])?.split("/")[1] ?? null,
    parameters: text(codec?.["sdpFmtpLine"]),
    width: number(statistic["frameWidth"]),
    height: number(statistic["frameHeight"]),
    framesPerSecond: number(statistic["framesPerSecond"]),
  };
}

function receivedOf(statistic: Statistic, byId: ById): Received {
  const concealed =
    count(statistic["concealedSamples"]) - count(statistic["silentConcealedSamples"]);
  return {
    ...streamOf(statistic, byId),
    bytes: count(statistic["bytesReceived"]),
    packets: count(statistic["packetsReceived"]),
    efficient: boolean(statistic["powerEfficientDecoder"]),
    lost: count(statistic["packetsLost"]),
    jitter: number(statistic["jitter"]),
    framesDecoded: count(statistic["framesDecoded"]),
    framesDropped: count(statistic["framesDropped"]),
    freezes: number(statistic["freezeCount"]),
    freezeSeconds: number(statistic["totalFreezesDuration"]),
    samples: count(statistic["totalSamplesReceived"]),
    concealedSamples: Math.max(0, concealed),
  };
}

function sentOf(statistic: Statistic, byId: ById): Sent {
  const heard =
    byId.get(text(statistic["remoteId"]) ?? "") ??
    [...byId.values()].find(
      ({ type, ...other }) => type === "remote-inbound-rtp" && other["localId"] === statistic.id,
    );
  return {
    ...streamOf(statistic, byId),
    bytes: count(statistic["bytesSent"]),
    packets: count(statistic["packetsSent"]),
    efficient: boolean(statistic["powerEfficientEncoder"]),
    limitation: limitation(statistic["qualityLimitationReason"]),
    framesEncoded: count(statistic["framesEncoded"]),
    encodeSeconds: number(statistic["totalEncodeTime"]),
    lost: number(heard?.["packetsLost"]),
    jitter: number(heard?.["jitter"]),
    roundTrip: number(heard?.["roundTripTime"]),
  };
}

function limitation(member: unknown): Limitation | null {
  return member === "none" || member === "bandwidth" || member === "cpu" || member === "other"
    ? member
    : null;
}
