import type { Pass, Tier } from "../../wallet/passes";
import { Waiting } from "../controls/Waiting";
import { PassCard } from "./PassCard";
import styles from "./Passes.module.css";

/** The passes that somebody holds; nothing at all for somebody who holds none. */
export function Held({
  passes,
  count,
  tiers,
}: {
  readonly passes: readonly Pass[] | undefined;
  readonly count: number;
  readonly tiers: readonly Tier[];
}) {
  if (count === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="held">
      <div className={styles.heading}>
        <h2 id="held">{count === 1 ? "Your pass" : `Your ${count} passes`}</h2>
      </div>
      {passes === undefined ? (
        <Waiting what="Fetching their pictures from the chain" usually="A second or two." />
      ) : (
        <ul className={styles.held} data-only={passes.length === 1 || undefined}>
          {passes.map((pass) => (
            <li key={pass.number}>
              <PassCard pass={pass} tier={tiers.find((tier) => tier.id === pass.tierId)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
