import { isWorse, worst } from "./indicator";
import type { Verdict } from "./indicator";

/** Something has been worse for this long before it is shown, in milliseconds. */
export const WORSE_AFTER_MS = 2_000;
/** And better for this long; a line that has just recovered often falls again. */
export const BETTER_AFTER_MS = 6_000;

/** A verdict as it is shown: it follows what is measured slowly enough to be read. */
export interface Steady {
  readonly shown: Verdict;
  /** What has been measured instead since a moment ago; null while that is what is shown. */
  readonly pending: { readonly verdict: Verdict; readonly since: number } | null;
}

export const STEADY: Steady = { shown: { level: "good", reason: null }, pending: null };

/**
 * Takes in one more verdict. A change shows when it has lasted, at the mildest that was measured meanwhile when things
 * get worse and at the worst when they get better. Only that nothing arrives at all, and its end, shows at once.
 *
 * @param now monotonic milliseconds
 */
export function steadied(before: Steady, verdict: Verdict, now: number): Steady {
  const { shown, pending } = before;
  if (isSame(verdict, shown)) return pending === null ? before : { shown, pending: null };
  if (verdict.level === "interrupted" || shown.level === "interrupted")
    return { shown: verdict, pending: null };
  const worse = isWorse(verdict, shown);
  const goesOn = pending !== null && isWorse(pending.verdict, shown) === worse;
  const since = goesOn ? pending.since : now;
  const lasting = !goesOn
    ? verdict
    : worse
      ? milder(verdict, pending.verdict)
      : worst([verdict, pending.verdict]);
  if (now - since >= (worse ? WORSE_AFTER_MS : BETTER_AFTER_MS))
    return { shown: lasting, pending: null };
  return { shown, pending: { verdict: lasting, since } };
}

function milder(one: Verdict, other: Verdict): Verdict {
  return isWorse(one, other) ? other : one;
}

function isSame(one: Verdict, other: Verdict): boolean {
  return one.level === other.level && one.reason === other.reason;
}
