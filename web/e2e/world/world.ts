import type { Address } from "viem";

/** What the tests need to know about what was started for them. */
export interface World {
  readonly rpcUrl: string;
  readonly tierPass: Address;
  readonly sessionStaking: Address;
  readonly localhost: string;
  readonly loopback: string;
  readonly sessionLimitSeconds: number;
}

/** Hands it to the workers, which inherit the runner's environment. */
export function publish(world: World): void {
  process.env.PASSERBY_E2E = JSON.stringify(world);
}

/** What was started for this run. */
export function world(): World {
  const published = process.env.PASSERBY_E2E;
  if (published === undefined) throw new Error("the world has not been set up");
  return JSON.parse(published) as World;
}
