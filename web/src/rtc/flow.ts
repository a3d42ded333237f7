import type { Statistic } from "../statistics/Statistics";

/** How much of the other has been decoded or received since the connection began; numbers that only grow. */
export interface Progress {
  readonly frames: number;
  readonly soundPackets: number;
}

/** Whether the other arrives here. */
export interface Flow {
  readonly progress: Progress;
  /** Monotonic milliseconds of the report in which something had last moved. */
  readonly movedAt: number;
  readonly stalled: boolean;
}

/** After this long with neither picture nor sound the other has stopped arriving, in milliseconds. */
export const STALLED_AFTER_MS = 2_000;

/** What the `inbound-rtp` statistics say of decoding. */
export function progressOf(statistics: Iterable<Statistic>): Progress {
  let frames = 0;
  let soundPackets = 0;
  for (const statistic of statistics) {
    if (statistic.type !== "inbound-rtp") continue;
    if (statistic["kind"] === "video") frames += count(statistic["framesDecoded"]);
    if (statistic["kind"] === "audio") soundPackets += count(statistic["packetsReceived"]);
  }
  return { frames, soundPackets };
}

function count(member: unknown): number {
  return typeof member === "number" ? member : 0;
}

/**
 * Takes in one more report. Picture and sound both count: while one of them comes, the path is there, and a camera that
 * hangs is no reason to look for another. Where the camera is off, and the microphone perhaps too, it is enough that
 * the path itself stands.
 *
 * @param camera whether the other says that their camera is on; null when they have not said
 * @param steady whether the path stands
 */
export function nextFlow(
  before: Flow,
  progress: Progress,
  now: number,
  camera: boolean | null,
  steady: boolean,
): Flow {
  const seen = progress.frames > before.progress.frames;
  const heard = progress.soundPackets > before.progress.soundPackets;
  const moved = seen || heard || (camera === false && steady);
  if (moved) return { progress, movedAt: now, stalled: false };
  return {
    progress,
    movedAt: before.movedAt,
    stalled: now - before.movedAt >= STALLED_AFTER_MS,
  };
}
