import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Address } from "viem";
import { mayMeetByService } from "../../wallet/counted";
import { readHoldings, readTerms, readTiers } from "../../wallet/passes";
import { useChain } from "./network";

/** The staking contract's terms, SESSION_LIMIT among them. */
export function useTerms() {
  const { network, reader } = useChain();
  return useQuery({
    queryKey: ["terms"],
    queryFn: () => readTerms(reader, network),
    // Only the minimum changes, after days of notice.
    staleTime: 5 * 60_000,
  });
}

/** Every tier with its price and what is left. */
export function useTiers() {
  const { network, reader } = useChain();
  return useQuery({ queryKey: ["tiers"], queryFn: () => readTiers(reader, network) });
}

/** Stake, passes and balance of an account; asked for again now and then, because others can change them, too. */
export function useHoldings(account: Address | undefined) {
  const { network, reader } = useChain();
  return useQuery({
    queryKey: ["holdings", account],
    queryFn: () => (account === undefined ? null : readHoldings(reader, network, account)),
    enabled: account !== undefined,
    refetchInterval: 15_000,
  });
}

/**
 * Whether the service counts what the chain says of an account that is entitled; asked until it does, because it waits
 * for more blocks than this page, and because a right may begin without anything happening on the chain.
 */
export function useCounted(account: Address, entitled: boolean) {
  return useQuery({
    queryKey: ["counted", account],
    queryFn: mayMeetByService,
    enabled: entitled,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data === true ? false : 2_000),
  });
}

/** Reads again whatever a transaction may have changed. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ["tiers", "holdings", "passes"].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
  }, [queries]);
}
