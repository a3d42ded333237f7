import { lossOf } from "./quality";
import type { Quality } from "./quality";

/** How a direction does, from best to worst. */
export type Level = "good" | "fair" | "poor" | "interrupted";

/** What is in the way. */
export type Reason =
  /** Packets do not arrive. */
  | "loss"
  /** The line carries less than a good picture needs. */
  | "bandwidth"
  /** Packets take long, so that people talk over each other. */
  | "round-trip"
  /** Packets take now longer, now shorter. */
  | "jitter"
  /** This device has too much to do. */
  | "cpu"
  /** Theirs has. */
  | "their-cpu"
  /** Nothing arrives at all. */
  | "path";

export type Verdict =
  | { readonly level: "good"; readonly reason: null }
  | { readonly level: Exclude<Level, "good">; readonly reason: Reason };

/** What limits a sender, as its own page knows it. */
export type Limit = "bandwidth" | "cpu" | null;

const GOOD: Verdict = { level: "good", reason: null };
const SEVERITY: Record<Level, number> = { good: 0, fair: 1, poor: 2, interrupted: 3 };

/** From these on a call is only fair, or poor. */
const LOSS = [0.03, 0.1] as const;
/**
 * Seconds there and back. ITU-T G.114 has up to 150 ms one way for most conversations and 400 ms as the most that is
 * acceptable.
 */
const ROUND_TRIP = [0.3, 0.8] as const;
/** Seconds. */
const JITTER = [0.05, 0.15] as const;
const FROZEN = [0.05, 0.2] as const;
const CONCEALED = [0.05, 0.2] as const;
const DROPPED = [0.1, 0.3] as const;

/**
 * How the other arrives here.
 *
 * @param theirLimit what their page says limits what it sends
 */
export function judgeReceived({ received, path }: Quality, theirLimit: Limit): Verdict {
  const streams = Object.values(received);
  const loss = lossOf(streams);
  const jitter = most(streams.map((stream) => stream.jitter));
  const dropped = most(streams.map((stream) => stream.dropped));
  const broken = worst([
    over(most(streams.map((stream) => stream.frozen)), FROZEN, "jitter"),
    over(most(streams.map((stream) => stream.concealed)), CONCEALED, "jitter"),
  ]);
  return worst([
    over(loss, LOSS, "loss"),
    over(dropped, DROPPED, "cpu"),
    // Pictures and words that break have a reason: one that can be seen, or else that packets come unevenly.
    blame(broken, loss >= LOSS[0] / 3 ? "loss" : dropped >= DROPPED[0] / 2 ? "cpu" : "jitter"),
    theirLimit === null
      ? GOOD
      : { level: "fair", reason: theirLimit === "cpu" ? "their-cpu" : theirLimit },
    over(path?.roundTrip ?? 0, ROUND_TRIP, "round-trip"),
    over(jitter, JITTER, "jitter"),
  ]);
}

/**
 * How the other, by their own reports, receives what is sent from here.
 *
 * @param limit     what this page holds its picture back for
 * @param soundOnly whether it holds it back altogether
 */
export function judgeSent({ sent, path }: Quality, limit: Limit, soundOnly: boolean): Verdict {
  const streams = Object.values(sent);
  const roundTrip = most([path?.roundTrip ?? null, ...streams.map((stream) => stream.roundTrip)]);
  return worst([
    over(lossOf(streams), LOSS, "loss"),
    limit === null ? GOOD : { level: soundOnly ? "poor" : "fair", reason: limit },
    streams.some(({ limitation }) => limitation === "cpu")
      ? { level: "fair", reason: "cpu" }
      : GOOD,
    over(roundTrip, ROUND_TRIP, "round-trip"),
    over(most(streams.map((stream) => stream.jitter)), JITTER, "jitter"),
  ]);
}

/** The worst of several verdicts; of equally bad ones the first. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((one, other) => (isWorse(other, one) ? other : one), GOOD);
}

export function isWorse(one: Verdict, other: Verdict): boolean {
  return SEVERITY[one.level] > SEVERITY[other.level];
}

function over(value: number, [fair, poor]: readonly [number, number], reason: Reason): Verdict {
  if (value < fair) return GOOD;
  return { level: value < poor ? "fair" : "poor", reason };
}

function blame(verdict: Verdict, reason: Reason): Verdict {
  return verdict.level === "good" ? verdict : { level: verdict.level, reason };
}

function most(values: readonly (number | null)[]): number {
  return values.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0);
}
