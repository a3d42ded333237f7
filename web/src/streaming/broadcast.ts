import type { Subject } from "../composition/subject";
import type { Composed } from "../composition/composed";
import type { Ingest } from "./ingest";

/** How a stream that runs is doing. */
export type LineState = "connecting" | "live" | "congested" | "reconnecting";

export interface Line {
  readonly state: LineState;
  /** What has gone out in the last second. */
  readonly bitsPerSecond: number;
}

/** Why a stream did not begin, or ended without having been wanted to. */
export type Breakdown =
  | "pass-lost"
  | "bad-address"
  | "forbidden-address"
  | "unreachable"
  | "key-refused"
  | "lost"
  | "too-slow"
  | "already-streaming"
  | "busy"
  | "unavailable"
  | "unsupported"
  | "failed";

/** One stream that runs. */
export interface Broadcast {
  /** What goes out. */
  readonly composition: Composed;
  /** Ends it; resolves when nothing goes out any more. */
  stop(): Promise<void>;
}

export interface BroadcastEvents {
  readonly line: (line: Line) => void;
  /** It is over by itself. */
  readonly broke: (why: Breakdown) => void;
}

export type BeginBroadcast = (
  ingest: Ingest,
  subject: Subject,
  events: BroadcastEvents,
) => Promise<Broadcast>;

/** How long a line that broke is tried again, in milliseconds. */
export const RETURN_WITHIN_MS = 30_000;

/** The pause before each attempt, in milliseconds: soon at first, then no oftener than a service lets somebody begin. */
export function pauseBefore(attempt: number): number {
  return Math.min(6_000, 1_000 * 2 ** attempt);
}
