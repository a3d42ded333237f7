import type { Limit } from "../statistics/indicator";

/** One size in which a face is sent. */
export interface Rung {
  /** The shorter side of the picture, in pixels. */
  readonly side: number;
  readonly framesPerSecond: number;
  /** At most, in bit/s. */
  readonly bitrate: number;
  /** With less than this on the way out it is time for the next rung down, in bit/s. */
  readonly needs: number;
}

/** From a face that fills a window to one that can just be told; below the last there is the voice alone. */
export const RUNGS: readonly Rung[] = [
  { side: 540, framesPerSecond: 30, bitrate: 1_200_000, needs: 700_000 },
  { side: 360, framesPerSecond: 30, bitrate: 700_000, needs: 400_000 },
  { side: 270, framesPerSecond: 24, bitrate: 400_000, needs: 220_000 },
  { side: 180, framesPerSecond: 15, bitrate: 200_000, needs: 110_000 },
  { side: 120, framesPerSecond: 8, bitrate: 100_000, needs: 65_000 },
];
export const SOUND_ONLY = RUNGS.length;
/** What a tile beside a shared screen needs, and no more. */
export const TILE = 2;
/** Loss and a busy device are reasons for a small picture, but not for none. */
const SMALLEST = RUNGS.length - 2;

/** Browsers find out what a line carries by trying; before that their estimate says nothing. In milliseconds. */
export const WARM_UP_MS = 3_000;
/** Trouble has to last this long; a single burst is no reason. */
export const FALL_AFTER_MS = 2_000;
/** A busy device is given longer: opening a menu is no reason either. */
export const BUSY_AFTER_MS = 4_000;
/** Calm has to last this long before the next rung up is tried… */
export const RISE_AFTER_MS = 6_000;
/** …and, after tries that failed, twice as long each time, up to this. */
export const MOST_PATIENCE_MS = 60_000;
/** A fall this soon after a rise was a try that failed. */
export const FAILED_WITHIN_MS = 15_000;
/** Somebody who sends little leaves a browser no way to find out that more is possible: then it is tried anyway. */
const TRY_ANYWAY = 3;

const MUCH_LOSS = 0.1;
const SOME_LOSS = 0.03;

/** What is known of the way out. */
export interface Uplink {
  /** What is left for the face, in bit/s; null where the browser does not tell. */
  readonly estimate: number | null;
  /** The part of the packets that did not arrive, 0 to 1. */
  readonly loss: number;
  /** Coding the picture is too much for this device. */
  readonly busy: boolean;
}

/** Where on the ladder a sender stands, and what it is waiting for. */
export interface Standing {
  /** An index of {@link RUNGS}, or {@link SOUND_ONLY}. */
  readonly rung: number;
  /** Why it is not the top one. */
  readonly limit: Limit;
  /** Since when, in monotonic milliseconds. */
  readonly since: number;
  /** Whether this rung was risen to. */
  readonly risen: boolean;
  readonly trouble: { readonly cause: Cause; readonly since: number } | null;
  readonly calmSince: number | null;
  /** How long it has to be calm for a rise, in milliseconds. */
  readonly patience: number;
}

type Cause = "estimate" | "loss" | "busy";

/** @param now monotonic milliseconds at which the connection was first steady */
export function atTheTop(now: number): Standing {
  return {
    rung: 0,
    limit: null,
    since: now,
    risen: false,
    trouble: null,
    calmSince: null,
    patience: RISE_AFTER_MS,
  };
}

/** Takes in what is known of the way out now: falls as far as it must when trouble lasts, rises a rung at a time. */
export function nextStanding(before: Standing, uplink: Uplink, now: number): Standing {
  const cause = causeOf(before, uplink, now);
  if (cause === null) return calm({ ...before, trouble: null }, uplink, now);
  const since = before.trouble?.cause === cause ? before.trouble.since : now;
  const troubled: Standing = { ...before, calmSince: null, trouble: { cause, since } };
  if (now - since < (cause === "busy" ? BUSY_AFTER_MS : FALL_AFTER_MS)) return troubled;
  const rung = lower(before.rung, cause, uplink);
  if (rung === before.rung) return troubled;
  const failed = before.risen && now - before.since < FAILED_WITHIN_MS;
  return {
    rung,
    limit: cause === "busy" ? "cpu" : "bandwidth",
    since: now,
    risen: false,
    trouble: null,
    calmSince: null,
    patience: failed ? Math.min(MOST_PATIENCE_MS, before.patience * 2) : patienceAfter(before),
  };
}

function causeOf(before: Standing, { estimate, loss, busy }: Uplink, now: number): Cause | null {
  const rung = RUNGS[before.rung];
  const known = estimate !== null && now - before.since >= WARM_UP_MS;
  if (known && rung !== undefined && estimate < rung.needs) return "estimate";
  if (loss >= MUCH_LOSS) return "loss";
  return busy ? "busy" : null;
}

function lower(rung: number, cause: Cause, { estimate }: Uplink): number {
  if (cause !== "estimate" || estimate === null)
    return Math.max(rung, Math.min(rung + 1, SMALLEST));
  const enough = RUNGS.findIndex(({ needs }) => estimate >= needs);
  return Math.max(rung + 1, enough < 0 ? SOUND_ONLY : enough);
}

function calm(before: Standing, { estimate, loss }: Uplink, now: number): Standing {
  if (before.rung === 0 || loss >= SOME_LOSS) return { ...before, calmSince: null };
  const calmSince = before.calmSince ?? now;
  const waited = now - calmSince;
  const above = RUNGS[before.rung - 1];
  const enough = estimate === null || (above !== undefined && estimate >= above.needs);
  if (waited < before.patience * (enough ? 1 : TRY_ANYWAY)) return { ...before, calmSince };
  const rung = before.rung - 1;
  return {
    rung,
    limit: rung === 0 ? null : before.limit,
    since: now,
    risen: true,
    trouble: null,
    calmSince: null,
    patience: patienceAfter(before),
  };
}

/** A try that went well makes up for those that failed. */
function patienceAfter({ risen, patience }: Standing): number {
  return risen ? RISE_AFTER_MS : patience;
}
