import {
  ALL_FORMATS,
  BufferSource,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
} from "mediabunny";
import { describe, expect, it } from "vitest";
import type { Container } from "./about";
import { beginFilm } from "./film";
import { seal } from "./seal";

const PICTURES_A_SECOND = 24;
const SOUND_S = 0.02;
const KEY_EVERY = 2 * PICTURES_A_SECOND;

/** Packets as encoders make them, but with noise for content: VP8 and Opus. */
async function shoot(seconds: number, append: (bytes: Uint8Array) => void, onPicture?: () => void) {
  const video = new EncodedVideoPacketSource("vp8");
  const audio = new EncodedAudioPacketSource("opus");
  const film = await beginFilm(video, audio, append);
  const picture = { decoderConfig: { codec: "vp8", codedWidth: 1280, codedHeight: 720 } };
  const sound = { decoderConfig: { codec: "opus", sampleRate: 48_000, numberOfChannels: 2 } };
  const bytes = new Uint8Array(4_000).fill(7);
  let heard = 0;
  for (let index = 0; index < seconds * PICTURES_A_SECOND; index++) {
    const at = index / PICTURES_A_SECOND;
    const type = index % KEY_EVERY === 0 ? "key" : "delta";
    for (; heard * SOUND_S <= at; heard++)
      await audio.add(
        new EncodedPacket(bytes.subarray(0, 160), "key", heard * SOUND_S, SOUND_S),
        sound,
      );
    await video.add(new EncodedPacket(bytes, type, at, 1 / PICTURES_A_SECOND), picture);
    onPicture?.();
  }
  return film;
}

async function sealed(journal: Blob, container: Container) {
  let file = new Uint8Array(1 << 16);
  let size = 0;
  const length = await seal(journal, container, (bytes, at) => {
    if (at + bytes.length > file.length) {
      const larger = new Uint8Array(2 * (at + bytes.length));
      larger.set(file);
      file = larger;
    }
    file.set(bytes, at);
    size = Math.max(size, at + bytes.length);
  });
  return { length, file: file.subarray(0, size) };
}

async function inspect(file: Uint8Array) {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  if (video === null) throw new Error("no picture");
  const sink = new EncodedPacketSink(video);
  const late = await sink.getKeyPacket(7);
  return {
    duration: await input.computeDuration(),
    format: (await input.getFormat()).name,
    sound: (await input.getPrimaryAudioTrack()) !== null,
    seeksTo: late?.timestamp ?? null,
  };
}

describe("a film", () => {
  it.each(["webm", "mp4"] as const)(
    "is sealed into a %s that knows its length and can be sought in",
    async (container) => {
      const journal: Uint8Array<ArrayBuffer>[] = [];
      const codecs = await shoot(10, (bytes) => journal.push(bytes.slice()));
      await codecs.finalize();
      const { length, file } = await sealed(new Blob(journal), container);
      expect(length).toBeCloseTo(10, 0);
      const found = await inspect(file);
      expect(found.duration).toBeCloseTo(10, 0);
      expect(found).toMatchObject({ sound: true, seeksTo: 6 });
    },
  );

  it("can be sealed wherever its end was torn off, and loses no more than what was not written", async () => {
    const journal: Uint8Array<ArrayBuffer>[] = [];
    await shoot(10, (bytes) => journal.push(bytes.slice()));
    const whole = new Blob(journal);
    for (const torn of [0, 1, 3_000, 4_100, whole.size / 2, whole.size / 3]) {
      const rest = whole.slice(0, whole.size - torn);
      const { length, file } = await sealed(rest, "webm");
      expect(length).toBeGreaterThan(10 * (rest.size / whole.size) - 0.5);
      expect((await inspect(file)).duration).toBeCloseTo(length ?? 0, 1);
    }
  });

  it("is nothing when not a frame of it was written", async () => {
    expect((await sealed(new Blob([]), "webm")).length).toBeNull();
    expect((await sealed(new Blob([new Uint8Array(100)]), "webm")).length).toBeNull();
  });

  it("of an hour passes through without ever waiting in memory", { timeout: 120_000 }, async () => {
    const KB_A_SECOND = (PICTURES_A_SECOND * 4_000 + 50 * 160) / 1_000;
    let [written, fed, mostHeld] = [0, 0, 0];
    const heap = (): number => process.memoryUsage().heapUsed;
    const heaps: number[] = [];
    const film = await shoot(
      3_600,
      (bytes) => (written += bytes.length),
      () => {
        fed += (KB_A_SECOND * 1_000) / PICTURES_A_SECOND;
        mostHeld = Math.max(mostHeld, fed - written);
        if (heaps.length * 1e7 < fed) heaps.push(heap());
      },
    );
    await film.finalize();
    expect(written).toBeGreaterThan(3_600 * KB_A_SECOND * 1_000 * 0.99);
    expect(mostHeld).toBeLessThan(KB_A_SECOND * 1_000);
    const third = Math.floor(heaps.length / 3);
    const least = (from: number[]): number => Math.min(...from);
    expect(least(heaps.slice(2 * third))).toBeLessThan(least(heaps.slice(third, 2 * third)) + 20e6);
  });
});
