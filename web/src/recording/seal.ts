import {
  BlobSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import type {
  EncodedPacket,
  InputAudioTrack,
  InputVideoTrack,
  StreamTargetChunk,
} from "mediabunny";
import type { Container } from "./about";
import { wholeBytes } from "./tail";

/** What is written at once, in bytes. */
const CHUNK_BYTES = 1 << 20;

/** Writes bytes at a place of the file. */
export type WriteAt = (bytes: Uint8Array, at: number) => void;

interface Lane {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>;
  readonly add: (packet: EncodedPacket) => Promise<void>;
  next: EncodedPacket | null;
}

/**
 * Makes a file that plays and seeks everywhere (with its length, and a table of where each moment lies) out of a journal,
 * or of what is left of one whose end is torn off. Nothing is encoded anew, and only
 * seconds of it are ever in memory, and an MP4's table.
 *
 * @returns its length in seconds; null when there is not a single whole frame in it
 */
export async function seal(
  journal: Blob,
  container: Container,
  write: WriteAt,
): Promise<number | null> {
  const whole = journal.slice(0, await wholeBytes(journal));
  using input = new Input({ source: new BlobSource(whole), formats: [MATROSKA, WEBM, MP4] });
  const video = await input.getPrimaryVideoTrack().catch(() => null);
  if (video === null) return null;
  const audio = await input.getPrimaryAudioTrack();
  const output = new Output({
    format:
      container === "mp4" ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat(),
    target: new StreamTarget(
      new WritableStream<StreamTargetChunk>({
        write: ({ data, position }) => write(data, position),
      }),
      { chunked: true, chunkSize: CHUNK_BYTES },
    ),
  });
  const lanes = [await pictureLane(video, output), await soundLane(audio, output)].filter(
    (lane) => lane !== null,
  );
  await output.start();
  const length = await copy(lanes);
  if (length === 0) {
    await output.cancel();
    return null;
  }
  await output.finalize();
  return length;
}

async function pictureLane(track: InputVideoTrack, output: Output): Promise<Lane | null> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (codec === null || decoderConfig === null) return null;
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  return laneOf(track, (packet) => source.add(packet, { decoderConfig }));
}

async function soundLane(track: InputAudioTrack | null, output: Output): Promise<Lane | null> {
  if (track === null) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (codec === null || decoderConfig === null) return null;
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return laneOf(track, (packet) => source.add(packet, { decoderConfig }));
}

function laneOf(track: InputVideoTrack | InputAudioTrack, add: Lane["add"]): Lane {
  return { packets: new EncodedPacketSink(track).packets(), add, next: null };
}

/** Copies what comes first, first, so that neither lane waits in memory for the other; resolves with the length in seconds. */
async function copy(lanes: readonly Lane[]): Promise<number> {
  for (const lane of lanes) await advance(lane);
  const begin = Math.min(...lanes.map(({ next }) => next?.timestamp ?? Infinity));
  let end = 0;
  for (;;) {
    const lane = earliest(lanes);
    const packet = lane?.next;
    if (lane === undefined || packet == null) return end;
    const timestamp = packet.timestamp - begin;
    await lane.add(packet.clone({ timestamp }));
    end = Math.max(end, timestamp + packet.duration);
    await advance(lane);
  }
}

function earliest(lanes: readonly Lane[]): Lane | undefined {
  let first: Lane | undefined;
  for (const lane of lanes)
    if (lane.next !== null && lane.next.timestamp < (first?.next?.timestamp ?? Infinity))
      first = lane;
  return first;
}

async function advance(lane: Lane): Promise<void> {
  try {
    const { value, done } = await lane.packets.next();
    lane.next = done === true ? null : value;
  } catch {
    // The end is torn off in the middle of something: what came before it is whole.
    lane.next = null;
  }
}
