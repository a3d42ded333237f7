import { secondsLeft } from "./cooldown";
import { duration, eth } from "./format";
import type { Holdings, StakingTerms } from "./passes";

/**
 * What is worth saying about a stake besides its amount: that it warms up, that it is below a minimum which was
 * raised, or that it will be; nothing if all is well.
 *
 * @param now this device's time, in milliseconds
 */
export function standingOf(terms: StakingTerms, holdings: Holdings, now: number): string | null {
  const { active, staked, countsFrom, chainTime } = holdings;
  if (active === 0n) return null;
  if (active < terms.minimum)
    return `The least that counts is ${eth(terms.minimum)} ETH now. Add ${eth(terms.minimum - active)} ETH, or take your stake back.`;
  const warmUp = secondsLeft(countsFrom, chainTime, now);
  if (!staked && warmUp > 0) return `Your stake counts in ${duration(warmUp)}.`;
  const { announced } = terms;
  if (announced !== undefined && active < announced.minimum) {
    const left = secondsLeft(announced.effectiveAt, chainTime, now);
    return `In ${duration(left)} the least that counts will be ${eth(announced.minimum)} ETH; yours will not open encounters then.`;
  }
  return null;
}
