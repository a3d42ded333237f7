import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { readPasses } from "../../wallet/heldPasses";
import { useChain } from "../shell/network";

/** The passes that an account holds; `count` makes the list new when the number has changed. */
export function usePasses(account: Address, count: number) {
  const { network, reader } = useChain();
  return useQuery({
    queryKey: ["passes", account, count],
    queryFn: () => readPasses(reader, network, account),
    enabled: count > 0,
  });
}
