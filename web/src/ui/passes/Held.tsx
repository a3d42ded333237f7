import { type Action, upgrade } from "../../wallet/actions";
import { type Pass, type Tier, upgradePrice, upgradesOf } from "../../wallet/passes";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Waiting } from "../controls/Waiting";
import { useChain } from "../shell/network";
import { PassCard } from "./PassCard";
import styles from "./Passes.module.css";

/** The passes that somebody holds; nothing at all for somebody who holds none. */
export function Held({
  passes,
  count,
  tiers,
  busy,
  onChoose,
}: {
  readonly passes: readonly Pass[] | undefined;
  readonly count: number;
  readonly tiers: readonly Tier[];
  readonly busy: boolean;
  readonly onChoose: (action: Action, tier: Tier) => void;
}) {
  const { say } = useWords();
  if (count === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="held">
      <div className={styles.heading}>
        <h2 id="held">{say("passes.held", { count })}</h2>
      </div>
      {passes === undefined ? (
        <Waiting what={say("passes.readingPictures")} usually={say("passes.twoSeconds")} />
      ) : (
        <ul className={styles.held} data-only={passes.length === 1 || undefined}>
          {passes.map((pass) => (
            <li key={pass.number}>
              <HeldPass pass={pass} tiers={tiers} busy={busy} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A pass and the ways up from it. */
function HeldPass({
  pass,
  tiers,
  busy,
  onChoose,
}: {
  readonly pass: Pass;
  readonly tiers: readonly Tier[];
  readonly busy: boolean;
  readonly onChoose: (action: Action, tier: Tier) => void;
}) {
  const { say, eth } = useWords();
  const { network } = useChain();
  const tier = tiers.find(({ id }) => id === pass.tierId);
  const ways = tier === undefined ? [] : upgradesOf(tier, tiers);
  return (
    <PassCard pass={pass} tier={tier}>
      {ways.map((way) => (
        <Button key={way.id} busy={busy} onClick={() => onChoose(upgrade(network, pass, way), way)}>
          {say("passes.makeIt", { tier: way.name, price: eth(upgradePrice(pass, way)) })}
        </Button>
      ))}
    </PassCard>
  );
}
