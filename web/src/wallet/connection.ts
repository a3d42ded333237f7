import { http } from "viem";
import { createConfig, injected } from "wagmi";
import { type Network, chainOf } from "./network";

/** wagmi over the service's one chain: every wallet that announces itself (EIP-6963), and an older one in `window.ethereum`. */
export function connection(network: Network) {
  const chain = chainOf(network);
  return createConfig({
    chains: [chain],
    connectors: [injected()],
    multiInjectedProviderDiscovery: true,
    transports: { [chain.id]: http(network.rpcUrl, { batch: true, timeout: 10_000 }) },
  });
}
