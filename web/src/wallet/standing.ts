import { secondsLeft } from "./cooldown";
import type { Holdings, StakingTerms } from "./passes";

/** What is worth saying about a stake besides its amount; amounts in wei. */
export type StakeStanding =
  /** It is below a minimum that was raised. */
  | { readonly kind: "below-minimum"; readonly least: bigint; readonly missing: bigint }
  | { readonly kind: "warming-up"; readonly seconds: number }
  /** It will be below the minimum. */
  | { readonly kind: "minimum-rises"; readonly seconds: number; readonly least: bigint };

/**
 * How a stake stands; nothing if all is well.
 *
 * @param now this device's time, in milliseconds
 */
export function standingOf(
  terms: StakingTerms,
  holdings: Holdings,
  now: number,
): StakeStanding | null {
  const { active, staked, countsFrom, chainTime } = holdings;
  if (active === 0n) return null;
  if (active < terms.minimum)
    return { kind: "below-minimum", least: terms.minimum, missing: terms.minimum - active };
  const warmUp = secondsLeft(countsFrom, chainTime, now);
  if (!staked && warmUp > 0) return { kind: "warming-up", seconds: warmUp };
  const { announced } = terms;
  if (announced !== undefined && active < announced.minimum) {
    const seconds = secondsLeft(announced.effectiveAt, chainTime, now);
    return { kind: "minimum-rises", seconds, least: announced.minimum };
  }
  return null;
}
