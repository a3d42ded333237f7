/** The members of an `inbound-rtp` statistic (webrtc-stats) that tell whether anything was decoded. */
export interface InboundStatistic {
  readonly type: string;
  readonly kind?: string;
  readonly framesDecoded?: number;
  readonly packetsReceived?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
}

/** How long a page that never says what it sends may be taken to have a camera, in milliseconds. */
export const CAMERA_GRACE_MS = 5_000;

/**
 * Whether the other side's first frame has been decoded. A picture counts wherever one is promised; sound
 * alone counts when the other said that their camera is off, or never said anything and `elapsed` ran past the grace.
 *
 * @param camera  what the other side says about its camera; null when it said nothing
 * @param elapsed milliseconds since the connection was established
 */
export function isDecoded(
  statistics: Iterable<InboundStatistic>,
  camera: boolean | null,
  elapsed: number,
): boolean {
  let sound = false;
  for (const statistic of statistics) {
    if (statistic.type !== "inbound-rtp") continue;
    if (statistic.kind === "video" && (statistic.framesDecoded ?? 0) > 0) return true;
    if (statistic.kind === "audio" && hasSound(statistic)) sound = true;
  }
  return sound && (camera === false || (camera === null && elapsed >= CAMERA_GRACE_MS));
}

function hasSound(statistic: InboundStatistic): boolean {
  if ((statistic.packetsReceived ?? 0) === 0) return false;
  // Samples that were only made up to bridge a gap are no sign of the other side.
  if (statistic.totalSamplesReceived === undefined) return true;
  return statistic.totalSamplesReceived > (statistic.concealedSamples ?? 0);
}
