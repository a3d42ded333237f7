import type { FullConfig } from "@playwright/test";
import { startChain } from "./chain";
import { expectStructuredLog } from "./logs";
import { startService } from "./service";
import { publish } from "./world";

/**
 * Starts chain and service once for all tests; what it returns stops them.
 * The configuration's metadata says how long a session of this world is.
 */
export default async function setup({ metadata }: FullConfig): Promise<() => Promise<void>> {
  const { sessionLimitSeconds } = metadata as { sessionLimitSeconds: number };
  const started: { stop: () => Promise<void> }[] = [];
  const stop = async () => {
    for (const { stop } of started.reverse()) await stop();
  };
  try {
    const chain = await startChain(sessionLimitSeconds);
    started.push(chain);
    const service = await startService("service", [
      `--passerby.chain.rpc-url=${chain.rpcUrl}`,
      `--passerby.chain.tier-pass=${chain.tierPass}`,
      `--passerby.chain.session-staking=${chain.sessionStaking}`,
      "--passerby.chain.demo-wallets=true",
      "--passerby.store.url=memory:",
      "--logging.structured.format.console=ecs",
      "--logging.level.dev.passerby=debug",
    ]);
    started.push(service);
    const { rpcUrl, tierPass, sessionStaking } = chain;
    const { localhost, loopback } = service;
    publish({
      ...{ rpcUrl, tierPass, sessionStaking, localhost, loopback },
      sessionLimitSeconds,
    });
    return async () => {
      await stop();
      expectStructuredLog("service");
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}
