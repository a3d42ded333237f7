/**
 * Seconds until a stake may be withdrawn, at least 0.
 * The contract goes by the chain's clock, which may be ahead of this device's but not behind it for long.
 * @param withdrawableAt in Unix seconds
 * @param chainTime time of the latest block, in Unix seconds
 * @param now this device's time, in milliseconds
 */
export function secondsLeft(withdrawableAt: number, chainTime: number, now: number): number {
  return Math.max(0, withdrawableAt - Math.max(chainTime, Math.floor(now / 1000)));
}
