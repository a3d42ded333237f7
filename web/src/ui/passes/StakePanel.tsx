import { type Action, unstake } from "../../wallet/actions";
import { duration, eth } from "../../wallet/format";
import type { Holdings, StakingTerms } from "../../wallet/passes";
import { standingOf } from "../../wallet/standing";
import { Button } from "../controls/Button";
import { useChain } from "../shell/network";
import { CoolingDown } from "./CoolingDown";
import { StakeForm } from "./StakeForm";
import styles from "./StakePanel.module.css";
import { useSeconds } from "./useSeconds";

/** The stake: put it in, see it, take it back. */
export function StakePanel({
  terms,
  holdings,
  busy,
  onChoose,
}: {
  readonly terms: StakingTerms;
  readonly holdings: Holdings;
  readonly busy: boolean;
  readonly onChoose: (action: Action) => void;
}) {
  const { network } = useChain();
  const { active, pending } = holdings;
  return (
    <section className={styles.panel} aria-labelledby="stake">
      <div className={styles.words}>
        <h2 id="stake" className={styles.title}>
          {active > 0n ? `${eth(active)} ETH staked` : "Stake"}
        </h2>
        <p>
          Your stake is yours: leave any time, back in your wallet after {duration(terms.cooldown)}.
        </p>
      </div>
      <div className={styles.controls}>
        {active < terms.minimum && (
          <StakeForm terms={terms} least={terms.minimum - active} busy={busy} onChoose={onChoose} />
        )}
        {active > 0n && (
          <Button busy={busy} onClick={() => onChoose(unstake(network, terms, active))}>
            Take my stake back
          </Button>
        )}
      </div>
      <Standing terms={terms} holdings={holdings} />
      {pending > 0n && <CoolingDown holdings={holdings} busy={busy} onChoose={onChoose} />}
    </section>
  );
}

/** What is not as one would expect: a stake that does not count yet, or not any more, and what will change. */
function Standing({
  terms,
  holdings,
}: {
  readonly terms: StakingTerms;
  readonly holdings: Holdings;
}) {
  const now = useSeconds();
  const said = standingOf(terms, holdings, now);
  return said === null ? null : (
    <p className={styles.standing} role="status">
      {said}
    </p>
  );
}
