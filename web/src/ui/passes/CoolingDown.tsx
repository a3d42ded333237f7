import { type Action, withdraw } from "../../wallet/actions";
import { secondsLeft } from "../../wallet/cooldown";
import type { Holdings } from "../../wallet/passes";
import { Rich, useWords } from "../../words/useWords";
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
  const { say, eth, duration } = useWords();
  const { network } = useChain();
  const now = useSeconds();
  const left = secondsLeft(holdings.withdrawableAt, holdings.chainTime, now);
  return (
    <div className={styles.cooling}>
      <p>
        {left > 0 ? (
          <Rich
            of="passes.cooling"
            given={{
              amount: eth(holdings.pending),
              length: duration(left),
              strong: (held) => <strong className={styles.countdown}>{held}</strong>,
            }}
          />
        ) : (
          say("passes.cooled", { amount: eth(holdings.pending) })
        )}
      </p>
      {left === 0 && (
        <Button
          look="primary"
          busy={busy}
          onClick={() => onChoose(withdraw(network, holdings.pending))}
        >
          {say("passes.withdraw")}
        </Button>
      )}
    </div>
  );
}
