import { type Action, mint } from "../../wallet/actions";
import { eth } from "../../wallet/format";
import type { Tier } from "../../wallet/passes";
import { Button } from "../controls/Button";
import { useChain } from "../shell/network";
import { FeatureList } from "./FeatureList";
import styles from "./TierCard.module.css";

/** One tier on offer. */
export function TierCard({
  tier,
  busy,
  onChoose,
}: {
  readonly tier: Tier;
  readonly busy: boolean;
  readonly onChoose: (action: Action) => void;
}) {
  const { network } = useChain();
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <Emblem id={tier.id} />
        <h3 className={styles.name}>{tier.name}</h3>
        <p className={styles.price}>
          {eth(tier.price)} <span>ETH</span>
        </p>
      </div>
      <FeatureList features={tier.features} />
      <div className={styles.bottom}>
        <Button
          busy={busy}
          disabled={tier.left === 0}
          onClick={() => onChoose(mint(network, tier))}
        >
          {tier.left === 0 ? "Sold out" : `Get a ${tier.name} pass`}
        </Button>
        <p className={styles.left}>
          {tier.left.toLocaleString("en")} of {tier.supply.toLocaleString("en")} left
        </p>
      </div>
    </li>
  );
}

/** The two circles of the pass's on-chain picture, in its tier's colour (as `PassImage` picks it). */
function Emblem({ id }: { readonly id: bigint }) {
  const hue = (28 + Number(id) * 137) % 360;
  return (
    <svg className={styles.emblem} viewBox="0 0 72 48" width="60" height="40" aria-hidden="true">
      <circle cx="24" cy="24" r="22" fill={`hsl(${hue},70%,60%)`} />
      <circle cx="48" cy="24" r="22" fill={`hsl(${hue},70%,78%)`} fillOpacity="0.75" />
    </svg>
  );
}
