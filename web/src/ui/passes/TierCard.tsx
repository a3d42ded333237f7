import { type Action, mint } from "../../wallet/actions";
import type { Tier } from "../../wallet/passes";
import { useWords } from "../../words/useWords";
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
  const { say, eth, number } = useWords();
  const { network } = useChain();
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <Emblem id={tier.id} />
        <h3 className={styles.name}>{tier.name}</h3>
        <p className={styles.price}>
          <bdi>{eth(tier.price)}</bdi>
        </p>
      </div>
      <FeatureList features={tier.features} />
      <div className={styles.bottom}>
        <Button
          busy={busy}
          disabled={tier.closed || tier.left === 0}
          onClick={() => onChoose(mint(network, tier))}
        >
          {tier.closed
            ? say("passes.closedTier")
            : tier.left === 0
              ? say("passes.soldOut")
              : say("passes.get", { tier: tier.name })}
        </Button>
        <p className={styles.left}>
          {say("passes.left", { left: number(tier.left), supply: number(tier.supply) })}
        </p>
      </div>
    </li>
  );
}

/** Hues that `PassPicture` gives the tiers, in degrees. */
const HUES = [26, 208, 38, 300, 150, 350, 250, 100, 180, 330, 280, 70, 230, 10, 124, 194];

/** The two ways of the pass's on-chain picture where they cross, in its tier's colour. */
function Emblem({ id }: { readonly id: bigint }) {
  const hue = HUES[Number(id) % HUES.length] ?? 0;
  return (
    <svg className={styles.emblem} viewBox="0 0 60 40" width="60" height="40" aria-hidden="true">
      <rect width="60" height="40" rx="8" fill={`hsl(${hue},48%,20%)`} />
      <g fill="none" strokeWidth="2" strokeLinecap="round">
        <path d="M4 34Q24 30 30 20T52 4" stroke={`hsl(${hue + 12},85%,66%)`} />
        <path d="M6 6Q22 8 30 20T56 34" stroke={`hsl(${hue + 190},70%,78%)`} />
        <circle cx="30" cy="20" r="9" stroke="#fff" strokeOpacity="0.7" strokeDasharray="0.6 1.4" />
      </g>
      <circle cx="30" cy="20" r="4" fill={`hsl(${hue + 12},85%,66%)`} />
    </svg>
  );
}
