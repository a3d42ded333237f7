import { startChain } from "./chain";
import { startService } from "./service";
import { publish } from "./world";

/** Short enough to wait for, long enough to see a countdown. */
const SESSION_LIMIT_SECONDS = 12;

/** Starts chain and service once for all tests; what it returns stops them. */
export default async function setup(): Promise<() => Promise<void>> {
  const started: { stop: () => Promise<void> }[] = [];
  const stop = async () => {
    for (const { stop } of started.reverse()) await stop();
  };
  try {
    const chain = await startChain(SESSION_LIMIT_SECONDS);
    started.push(chain);
    const service = await startService("service", [
      `--passerby.chain.rpc-url=${chain.rpcUrl}`,
      `--passerby.chain.tier-pass=${chain.tierPass}`,
      `--passerby.chain.session-staking=${chain.sessionStaking}`,
      "--passerby.chain.demo-wallets=true",
    ]);
    started.push(service);
    const { rpcUrl, tierPass, sessionStaking } = chain;
    const { localhost, loopback } = service;
    publish({
      ...{ rpcUrl, tierPass, sessionStaking, localhost, loopback },
      sessionLimitSeconds: SESSION_LIMIT_SECONDS,
    });
    return stop;
  } catch (failure) {
    await stop();
    throw failure;
  }
}
