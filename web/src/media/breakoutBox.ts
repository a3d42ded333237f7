/**
 * Frames and sound of a track as a stream, and back (W3C "MediaStreamTrack Insertable Media Processing using Streams"). The standard
 * has both in workers, where Safari has them; Chromium has the first, and an elder form of the second, in windows.
 */
interface Globals {
  readonly MediaStreamTrackProcessor?: new <T extends VideoFrame | AudioData>(init: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize?: number;
  }) => { readonly readable: ReadableStream<T> };
  readonly VideoTrackGenerator?: new () => {
    readonly writable: WritableStream<VideoFrame>;
    readonly track: MediaStreamTrack;
  };
  readonly MediaStreamTrackGenerator?: new (init: {
    readonly kind: "video";
  }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

const { MediaStreamTrackProcessor } = globalThis as Globals;
export const { VideoTrackGenerator, MediaStreamTrackGenerator } = globalThis as Globals;

/** Whether there are frames and sound of a track here. */
export function hasFrames(): boolean {
  return MediaStreamTrackProcessor !== undefined;
}

/** The frames of a track; null where a browser has no such thing here. */
export function framesOf(track: MediaStreamTrack): ReadableStream<VideoFrame> | null {
  if (MediaStreamTrackProcessor === undefined) return null;
  // One that is not read in time makes room for the next.
  return new MediaStreamTrackProcessor<VideoFrame>({ track, maxBufferSize: 1 }).readable;
}

/** The sound of a track; null where a browser has no such thing here. */
export function soundOf(track: MediaStreamTrack): ReadableStream<AudioData> | null {
  if (MediaStreamTrackProcessor === undefined) return null;
  return new MediaStreamTrackProcessor<AudioData>({ track }).readable;
}
