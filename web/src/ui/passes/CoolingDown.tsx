import { type Action, withdraw } from "../../wallet/actions";
import { secondsLeft } from "../../wallet/cooldown";
import { duration, eth } from "../../wallet/format";
import type { Holdings } from "../../wallet/passes";
import { Button } from "../controls/Button";
import { useChain } from "../shell/network";
import styles from "./StakePanel.module.css";
import { useSeconds } from "./useSeconds";

/** Stake on its way back: counts down, then pays out. */
export function CoolingDown({
  holdings,
  busy,
  onChoose,
}: {
  readonly holdings: Holdings;
  readonly busy: boolean;
  readonly onChoose: (action: Action) => void;
}) {
  const { network } = useChain();
  const now = useSeconds();
  const left = secondsLeft(holdings.withdrawableAt, holdings.chainTime, now);
  return (
    <div className={styles.cooling}>
      <p>
        {left > 0 ? (
          <>
            {eth(holdings.pending)} ETH {"can be withdrawn in "}
            <strong className={styles.countdown}>{duration(left)}</strong>.
          </>
        ) : (
          <>{eth(holdings.pending)} ETH can go back to your wallet now.</>
        )}
      </p>
      {left === 0 && (
        <Button
          look="primary"
          busy={busy}
          onClick={() => onChoose(withdraw(network, holdings.pending))}
        >
          Withdraw
        </Button>
      )}
    </div>
  );
}
