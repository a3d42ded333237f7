/** What the worker is told. */
export type ToWorker =
  /** Where the coarse frames go; without it the worker makes a track of its own. */
  | { readonly type: "begin"; readonly into: WritableStream<VideoFrame> | null }
  /** What to paint from now on. A track is a clone, and the worker's to stop. */
  | { readonly type: "draw"; readonly from: ReadableStream<VideoFrame> | MediaStreamTrack | null };

/** What it says. */
export type FromWorker =
  | { readonly type: "track"; readonly track: MediaStreamTrack }
  | { readonly type: "painted" }
  | { readonly type: "unable" };
