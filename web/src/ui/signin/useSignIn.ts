import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Address } from "viem";
import { type Connector, useConfig } from "wagmi";
import { signMessage } from "wagmi/actions";
import { classify, WalletFailure } from "../../wallet/failure";
import { challenge, signIn, signInMessage, type SignInState, submit } from "../../wallet/signIn";
import { useChain } from "../shell/network";

/** Runs a sign-in as soon as it is shown, and again on demand. */
export function useSignIn(
  connector: Connector,
  address: Address,
): { readonly state: SignInState; readonly again: () => void } {
  const { network } = useChain();
  const config = useConfig();
  const [state, dispatch] = useReducer(signIn, { step: "check" });
  // A run that the dialog has left, or that a newer one has replaced, may not speak any more.
  const run = useRef(0);
  const leave = useCallback(() => {
    run.current++;
  }, []);

  const start = useCallback(async () => {
    const mine = ++run.current;
    const say: typeof dispatch = (event) => mine === run.current && dispatch(event);
    try {
      if ((await connector.getChainId()) !== network.chainId)
        throw new WalletFailure({ kind: "wrong-network" });
      const message = signInMessage(address, network.chainId, location.origin, await challenge());
      if (mine !== run.current) return;
      say({ type: "checked" });
      const signature = await signMessage(config, { account: address, connector, message });
      if (mine !== run.current) return;
      say({ type: "signed" });
      say({ type: "accepted", session: await submit(message, signature) });
    } catch (error) {
      say({ type: "failed", failure: classify(error) });
    }
  }, [config, connector, address, network]);

  useEffect(() => {
    // Later than this tick: React's strict mode mounts twice, and a wallet must be asked once.
    const timer = setTimeout(() => void start(), 0);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [start, leave]);

  const again = useCallback(() => {
    dispatch({ type: "restarted" });
    void start();
  }, [start]);
  return { state, again };
}
