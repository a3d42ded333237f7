import { type Action, unstake } from "../../wallet/actions";
import type { Holdings, StakingTerms } from "../../wallet/passes";
import { type StakeStanding, standingOf } from "../../wallet/standing";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
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
  const { say, eth, duration } = useWords();
  const { network } = useChain();
  const { active, pending } = holdings;
  return (
    <section className={styles.panel} aria-labelledby="stake">
      <div className={styles.words}>
        <h2 id="stake" className={styles.title}>
          {active > 0n ? say("passes.staked", { amount: eth(active) }) : say("passes.stake")}
        </h2>
        <p>{say("passes.yourStake", { length: duration(terms.cooldown) })}</p>
      </div>
      <div className={styles.controls}>
        {active < terms.minimum && (
          <StakeForm terms={terms} least={terms.minimum - active} busy={busy} onChoose={onChoose} />
        )}
        {active > 0n && (
          <Button busy={busy} onClick={() => onChoose(unstake(network, terms, active))}>
            {say("passes.takeBack")}
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
  const words = useWords();
  const now = useSeconds();
  const standing = standingOf(terms, holdings, now);
  return standing === null ? null : (
    <p className={styles.standing} role="status">
      {standingWords(standing, words)}
    </p>
  );
}

function standingWords(standing: StakeStanding, { say, eth, duration }: Words): string {
  switch (standing.kind) {
    case "below-minimum":
      return say("passes.standing.belowMinimum", {
        least: eth(standing.least),
        missing: eth(standing.missing),
      });
    case "warming-up":
      return say("passes.standing.warmingUp", { length: duration(standing.seconds) });
    case "minimum-rises":
      return say("passes.standing.minimumRises", {
        length: duration(standing.seconds),
        least: eth(standing.least),
      });
    default:
      return standing satisfies never;
  }
}
