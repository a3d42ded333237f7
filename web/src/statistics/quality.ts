import type { Kind, Slot } from "../media/slots";
import type { Counters, Limitation, Received, Sent } from "./counters";
import type { Path } from "./path";

interface Measured {
  readonly kind: Kind;
  readonly codec: string | null;
  readonly parameters: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  readonly efficient: boolean | null;
  /** Of the media itself, without the headers of packets, in bit/s. */
  readonly bitrate: number;
  /** Packets that should have arrived in the time measured. */
  readonly packets: number;
  /** How many of them did not. */
  readonly lost: number;
  /** Seconds; how unevenly packets arrive (RFC 3550 §6.4.1). */
  readonly jitter: number | null;
}

/** What arrived here in the time measured. */
export interface ReceivedQuality extends Measured {
  /** The part of the time in which the picture stood still, 0 to 1. */
  readonly frozen: number;
  /** The part of the frames that came too late or found the device busy, 0 to 1. */
  readonly dropped: number;
  /** The part of the sound that was made up to bridge gaps, 0 to 1. */
  readonly concealed: number;
}

/** What left here, and how the other says that it arrived. */
export interface SentQuality extends Measured {
  readonly limitation: Limitation | null;
  /** The part of the time that was spent on coding, 0 to 1. */
  readonly encoding: number;
  /** Seconds. */
  readonly roundTrip: number | null;
}

/** How both directions did between two reports. */
export interface Quality {
  /** Monotonic milliseconds of the newer report. */
  readonly at: number;
  readonly received: Readonly<Partial<Record<Slot, ReceivedQuality>>>;
  readonly sent: Readonly<Partial<Record<Slot, SentQuality>>>;
  readonly path: Path | null;
}

/** What happened between two reports of the same connection. */
export function qualityBetween(before: Counters, after: Counters): Quality {
  const seconds = Math.max(0.001, (after.at - before.at) / 1000);
  return {
    at: after.at,
    received: mapSlots(after.received, (stream, slot) =>
      receivedBetween(before.received[slot], stream, seconds),
    ),
    sent: mapSlots(after.sent, (stream, slot) => sentBetween(before.sent[slot], stream, seconds)),
    path: after.path,
  };
}

function receivedBetween(
  before: Received | undefined,
  after: Received,
  seconds: number,
): ReceivedQuality {
  const lost = grown(before?.lost, after.lost);
  const dropped = grown(before?.framesDropped, after.framesDropped);
  const decoded = grown(before?.framesDecoded, after.framesDecoded);
  const samples = grown(before?.samples, after.samples);
  return {
    ...describe(after),
    bitrate: (grown(before?.bytes, after.bytes) * 8) / seconds,
    packets: grown(before?.packets, after.packets) + lost,
    lost,
    frozen: part(grown(before?.freezeSeconds ?? 0, after.freezeSeconds ?? 0), seconds),
    dropped: part(dropped, dropped + decoded),
    concealed: part(grown(before?.concealedSamples, after.concealedSamples), samples),
  };
}

function sentBetween(before: Sent | undefined, after: Sent, seconds: number): SentQuality {
  return {
    ...describe(after),
    bitrate: (grown(before?.bytes, after.bytes) * 8) / seconds,
    packets: grown(before?.packets, after.packets),
    lost: grown(before?.lost ?? 0, after.lost ?? 0),
    limitation: after.limitation,
    encoding: part(grown(before?.encodeSeconds ?? 0, after.encodeSeconds ?? 0), seconds),
    roundTrip: after.roundTrip,
  };
}

function describe(stream: Received | Sent): Omit<Measured, "bitrate" | "packets" | "lost"> {
  const { kind, codec, parameters, width, height, framesPerSecond, efficient, jitter } = stream;
  return { kind, codec, parameters, width, height, framesPerSecond, efficient, jitter };
}

/** A counter that begins anew, because a browser began a new stream, has not grown. */
function grown(before: number | undefined, after: number): number {
  return Math.max(0, after - (before ?? 0));
}

function part(some: number, all: number): number {
  return all <= 0 ? 0 : Math.min(1, some / all);
}

function mapSlots<A, B>(
  streams: Readonly<Partial<Record<Slot, A>>>,
  change: (stream: A, slot: Slot) => B,
): Partial<Record<Slot, B>> {
  const changed: Partial<Record<Slot, B>> = {};
  for (const slot of Object.keys(streams) as Slot[]) {
    const stream = streams[slot];
    if (stream !== undefined) changed[slot] = change(stream, slot);
  }
  return changed;
}

/** A share of fewer packets says nothing. */
const FEWEST_PACKETS = 20;

/** The part of the packets of some streams that did not arrive, 0 to 1. */
export function lossOf(streams: readonly Pick<Measured, "packets" | "lost">[]): number {
  const packets = streams.reduce((sum, stream) => sum + stream.packets, 0);
  const lost = streams.reduce((sum, stream) => sum + stream.lost, 0);
  return packets < FEWEST_PACKETS ? 0 : Math.min(1, lost / packets);
}
