import type { Address } from "viem";
import { expectStructuredLog } from "./logs";
import { type Service, startService } from "./service";

/** The chain of a run, which all its services share but those that bring their own. */
export interface SharedChain {
  readonly rpcUrl: string;
  readonly tierPass: Address;
  readonly sessionStaking: Address;
  readonly sessionLimitSeconds: number;
}

/** What the tests need to know about what was started for them. */
export interface World extends SharedChain, Pick<Service, "localhost" | "loopback"> {}

/** Hands it to the workers, which inherit the runner's environment. */
export function publish(chain: SharedChain): void {
  process.env.PASSERBY_E2E = JSON.stringify(chain);
}

/** What was started for this run. */
export function sharedChain(): SharedChain {
  const published = process.env.PASSERBY_E2E;
  if (published === undefined) throw new Error("the chain has not been started");
  return JSON.parse(published) as SharedChain;
}

/**
 * Starts a service on the run's chain for as long as it is used. A worker that failed is replaced, and gets a new one: whoever
 * tries again is not kept from somebody whom they have met in the attempt before.
 */
export async function withWorld(run: (world: World) => Promise<void>): Promise<void> {
  const chain = sharedChain();
  const service = await startService("service", [
    `--passerby.chain.rpc-url=${chain.rpcUrl}`,
    `--passerby.chain.tier-pass=${chain.tierPass}`,
    `--passerby.chain.session-staking=${chain.sessionStaking}`,
    "--passerby.chain.demo-wallets=true",
    "--passerby.store.url=memory:",
    "--logging.structured.format.console=ecs",
    "--logging.level.dev.passerby=debug",
  ]);
  try {
    const { localhost, loopback } = service;
    await run({ ...chain, localhost, loopback });
  } finally {
    await service.stop();
  }
  expectStructuredLog("service");
}
