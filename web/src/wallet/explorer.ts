import type { Hex } from "viem";
import type { Network } from "./network";

/** Where a transaction can be looked at, if the network has an explorer. */
export function transactionUrl(network: Network, hash: Hex): string | undefined {
  return network.explorerUrl === null ? undefined : `${network.explorerUrl}/tx/${hash}`;
}
