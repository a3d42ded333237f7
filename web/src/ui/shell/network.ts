import { createContext, use } from "react";
import type { Network, Reader } from "../../wallet/network";

/** The service's chain, and a client that reads it. */
export interface Chain {
  readonly network: Network;
  readonly reader: Reader;
}

export const ChainContext = createContext<Chain | null>(null);

/** The service's chain; the shell renders nothing that needs it before it is known. */
export function useChain(): Chain {
  const chain = use(ChainContext);
  if (chain === null) throw new Error("outside ChainContext");
  return chain;
}
