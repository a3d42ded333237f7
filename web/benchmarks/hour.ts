import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openAsBlob,
  openSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource } from "mediabunny";
import { AUDIO_BITS, PACE_HZ, VIDEO_BITS } from "../src/composition/rates";
import type { Container } from "../src/recording/about";
import { KEY_FRAME_S } from "../src/recording/encoding";
import { beginFilm } from "../src/recording/film";
import { Journal, writeAll } from "../src/recording/Journal";
import type { OpenFile } from "../src/recording/Journal";
import { seal } from "../src/recording/seal";

const HOUR_S = 3_600;
const SOUND_S = 0.02;
/** Looks at the memory this often, in bytes written. */
const LOOK_BYTES = 4 << 20;

/** One piece of work on an hour. */
export interface Stage {
  readonly seconds: number;
  /** Of the file that came out. */
  readonly bytes: number;
  /** Bytes of this process in memory, at equal distances of what was written. */
  readonly resident: readonly number[];
}

/**
 * Writes an hour's journal and seals it, with the recorder's own code on a disk, and packets of the sizes that its encoders make: what
 * they hold is nothing that this code looks at.
 */
export async function recordHour(
  folder: string,
): Promise<Readonly<Record<"journal" | Container, Stage>>> {
  const path = join(folder, "journal");
  return {
    journal: await stage(path, (file, look) => shoot(file, look)),
    mp4: await stage(join(folder, "film.mp4"), (file, look) => sealed(path, "mp4", file, look)),
    webm: await stage(join(folder, "film.webm"), (file, look) => sealed(path, "webm", file, look)),
  };
}

async function stage(
  path: string,
  run: (file: OpenFile, look: (bytes: number) => void) => Promise<void>,
): Promise<Stage> {
  const resident: number[] = [];
  let written = 0;
  const file = openFile(path);
  const begun = performance.now();
  await run(file, (bytes) => {
    written += bytes;
    if (resident.length * LOOK_BYTES <= written) resident.push(process.memoryUsage().rss);
  });
  const seconds = (performance.now() - begun) / 1000;
  const bytes = fstatSync(file.descriptor).size;
  closeSync(file.descriptor);
  return { seconds, bytes, resident };
}

async function shoot(file: OpenFile, look: (bytes: number) => void): Promise<void> {
  const journal = new Journal({ ...file, close: () => undefined }, () => performance.now());
  const video = new EncodedVideoPacketSource("vp8");
  const audio = new EncodedAudioPacketSource("opus");
  const film = await beginFilm(video, audio, (bytes) => {
    journal.append(bytes);
    look(bytes.length);
  });
  const picture = { decoderConfig: { codec: "vp8", codedWidth: 1280, codedHeight: 720 } };
  const sound = { decoderConfig: { codec: "opus", sampleRate: 48_000, numberOfChannels: 2 } };
  const pictureBytes = new Uint8Array(VIDEO_BITS / 8 / PACE_HZ).fill(7);
  const soundBytes = new Uint8Array((AUDIO_BITS / 8) * SOUND_S).fill(7);
  let heard = 0;
  for (let index = 0; index < HOUR_S * PACE_HZ; index++) {
    const at = index / PACE_HZ;
    for (; heard * SOUND_S <= at; heard++)
      await audio.add(new EncodedPacket(soundBytes, "key", heard * SOUND_S, SOUND_S), sound);
    const type = index % (KEY_FRAME_S * PACE_HZ) === 0 ? "key" : "delta";
    await video.add(new EncodedPacket(pictureBytes, type, at, 1 / PACE_HZ), picture);
  }
  await film.finalize();
  journal.close();
}

async function sealed(
  journal: string,
  container: Container,
  file: OpenFile,
  look: (bytes: number) => void,
): Promise<void> {
  const length = await seal(await openAsBlob(journal), container, (bytes, at) => {
    writeAll(file, bytes, at);
    look(bytes.length);
  });
  if (length === null || Math.abs(length - HOUR_S) > 1) throw new Error(`${length} seconds`);
}

/** A file of the disk, as a worker has it of the browser's private file system. */
function openFile(path: string): OpenFile & { readonly descriptor: number } {
  const descriptor = openSync(path, "w+");
  return {
    descriptor,
    write: (bytes, { at }) => writeSync(descriptor, bytes, 0, bytes.length, at),
    truncate: (size) => ftruncateSync(descriptor, size),
    flush: () => fdatasyncSync(descriptor),
    close: () => undefined,
  };
}
