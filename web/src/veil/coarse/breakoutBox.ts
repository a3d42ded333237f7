/**
 * Frames of a track as a stream, and back (W3C "MediaStreamTrack Insertable Media Processing using Streams"). The standard
 * has both in workers, where Safari has them; Chromium has the first, and an elder form of the second, in windows.
 */
interface Globals {
  readonly MediaStreamTrackProcessor?: new (init: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize?: number;
  }) => { readonly readable: ReadableStream<VideoFrame> };
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

export const { MediaStreamTrackProcessor, VideoTrackGenerator, MediaStreamTrackGenerator } =
  globalThis as Globals;

/** The frames of a track; null where a browser has no such thing here. */
export function framesOf(track: MediaStreamTrack): ReadableStream<VideoFrame> | null {
  if (MediaStreamTrackProcessor === undefined) return null;
  // One that is not read in time makes room for the next.
  return new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable;
}
