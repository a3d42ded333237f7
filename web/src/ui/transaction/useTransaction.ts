import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Address, EIP1193Provider } from "viem";
import { useConnection } from "wagmi";
import { classify, WalletFailure } from "../../wallet/failure";
import { type ContractCall, confirmed, estimate, send } from "../../wallet/send";
import { FIRST, transaction, type TransactionState } from "../../wallet/transaction";
import { useReadAgain } from "../shell/chainQueries";
import { useChain } from "../shell/network";

/** Checks a call as soon as it is shown; then every step on demand. */
export interface TransactionRun {
  readonly state: TransactionState;
  /** Opens the wallet. */
  readonly confirm: () => void;
  /** Starts over from the check. */
  readonly again: () => void;
}

/** Takes one call through check → confirm → sent → done. */
export function useTransaction(account: Address, call: ContractCall): TransactionRun {
  const { network, reader } = useChain();
  const { connector } = useConnection();
  const readAgain = useReadAgain();
  const [state, dispatch] = useReducer(transaction, FIRST);
  const run = useRef(0);
  const leave = useCallback(() => {
    run.current++;
  }, []);

  const check = useCallback(async () => {
    const mine = ++run.current;
    try {
      const cost = await estimate(reader, account, call);
      if (mine === run.current) dispatch({ type: "checked", cost });
    } catch (error) {
      if (mine === run.current) dispatch({ type: "failed", failure: classify(error) });
    }
  }, [reader, account, call]);

  useEffect(() => {
    void check();
    return leave;
  }, [check, leave]);

  const confirm = useCallback(async () => {
    if (state.step !== "ready") return;
    const mine = run.current;
    const say: typeof dispatch = (event) => mine === run.current && dispatch(event);
    say({ type: "asked" });
    try {
      if (connector === undefined) throw new WalletFailure({ kind: "wallet-gone" });
      const provider = (await connector.getProvider()) as EIP1193Provider;
      const hash = await send(provider, network, account, call, state.cost.gas);
      say({ type: "sent", hash });
      const mined = await confirmed(reader, hash);
      // Also when the dialog was closed meanwhile: the screen behind it shows the change.
      await readAgain();
      say({ type: "confirmed", ...mined });
    } catch (error) {
      say({ type: "failed", failure: classify(error) });
    }
  }, [state, connector, network, reader, account, call, readAgain]);

  const again = useCallback(() => {
    dispatch({ type: "restarted" });
    void readAgain();
    void check();
  }, [check, readAgain]);
  return { state, confirm: () => void confirm(), again };
}
