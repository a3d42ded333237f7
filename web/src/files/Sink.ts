import type { Kept, Obstacle } from "./transfer";

/** What a sink tells whoever fills it. */
export interface SinkEvents {
  /** So many bytes are on the disk. */
  readonly written: (bytes: number) => void;
  /** Nothing more can be written. */
  readonly failed: (why: "no-room" | "disk") => void;
}

/** Where the bytes of one file go, in order. What is handed over is written in the background. */
export interface Sink {
  /** Hands the next bytes over; the buffer is not to be touched any more. */
  write(bytes: ArrayBuffer): void;
  /** Forgets what was handed over and is not on the disk; resolves with how many bytes are. */
  rewind(): Promise<number>;
  /** After the last byte: keeps the file if its digest is this one, else resolves with null. */
  finish(digest: string): Promise<Kept | null>;
  /** Deletes what there is of it. */
  discard(): void;
}

/** Why there is no sink: no place for it, or the person did not choose one after all. */
export type NoSink = Obstacle | { readonly why: "unchosen" };

/** Makes the place for a file, and is told there how its writing goes. */
export type MakeSink = (events: SinkEvents) => Promise<Sink | NoSink>;
