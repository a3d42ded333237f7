import { FRAME } from "../composition/layout";
import { AUDIO_BITS, PACE_HZ, SAMPLE_RATE, VIDEO_BITS } from "../composition/rates";
import type { Container } from "./about";

/** How a recording is encoded. */
export interface Encoding {
  readonly video: "avc" | "vp9" | "vp8";
  readonly audio: "aac" | "opus";
}

/** Between two key frames, in seconds: how finely one can seek. */
export const KEY_FRAME_S = 2;

/** Codecs in the order in which they are wanted: MP4 holds what every player and every platform takes. */
const WANTED = {
  mp4: { video: ["avc"], audio: ["aac", "opus"] },
  webm: { video: ["vp9", "vp8"], audio: ["opus"] },
} as const satisfies Record<
  Container,
  { readonly video: readonly Encoding["video"][]; readonly audio: readonly Encoding["audio"][] }
>;

/** As WebCodecs names them; the levels are those of 720p. */
export const CODECS: Readonly<Record<Encoding["video"] | Encoding["audio"], string>> = {
  avc: "avc1.42001f",
  vp9: "vp09.00.31.08",
  vp8: "vp8",
  aac: "mp4a.40.2",
  opus: "opus",
};

/** What an encoder can be asked about. */
export interface Encoders {
  video(codec: string): Promise<boolean>;
  audio(codec: string): Promise<boolean>;
}

/** How this kind of file would be encoded here; null where it cannot be. */
export async function encodingFor(
  container: Container,
  encoders: Encoders,
): Promise<Encoding | null> {
  const wanted = WANTED[container];
  const video = await firstOf(wanted.video, (codec) => encoders.video(CODECS[codec]));
  const audio = await firstOf(wanted.audio, (codec) => encoders.audio(CODECS[codec]));
  return video === null || audio === null ? null : { video, audio };
}

async function firstOf<T>(
  all: readonly T[],
  works: (one: T) => Promise<boolean>,
): Promise<T | null> {
  for (const one of all) if (await works(one).catch(() => false)) return one;
  return null;
}

/** This browser's encoders. */
export const browserEncoders: Encoders = {
  video: async (codec) => {
    const asked = { codec, ...FRAME, bitrate: VIDEO_BITS, framerate: PACE_HZ } as const;
    return (
      (await VideoEncoder.isConfigSupported({ ...asked, latencyMode: "realtime" })).supported ??
      false
    );
  },
  audio: async (codec) => {
    const asked = { codec, sampleRate: SAMPLE_RATE, numberOfChannels: 2, bitrate: AUDIO_BITS };
    return (await AudioEncoder.isConfigSupported(asked)).supported ?? false;
  },
};
