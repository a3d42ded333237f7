import { useEffect, useState } from "react";
import type { Address } from "viem";
import { hasKey, keyAdded } from "../../contacts/keyStore";

/** Whether this browser opens the contacts of this wallet by itself, so that they may call from the first moment on. */
export function useReachable(wallet: Address): boolean {
  const [reachable, setReachable] = useState<Address | null>(null);
  useEffect(() => {
    let shown = true;
    const look = () =>
      void hasKey(wallet).then((has) => {
        if (shown && has) setReachable(wallet);
      });
    look();
    const stop = keyAdded.subscribe(look);
    return () => {
      shown = false;
      stop();
    };
  }, [wallet]);
  return reachable === wallet;
}
