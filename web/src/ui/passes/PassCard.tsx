import type { ReactNode } from "react";
import type { Pass, Tier } from "../../wallet/passes";
import { useWords } from "../../words/useWords";
import { FeatureList } from "./FeatureList";
import styles from "./PassCard.module.css";

/** One pass: its on-chain picture, its number, what it unlocks; below that, what can be done with it. */
export function PassCard({
  pass,
  tier,
  children,
}: {
  readonly pass: Pass;
  readonly tier: Tier | undefined;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  const name = say("passes.numbered", {
    name: tier?.name ?? say("passes.unknownTier"),
    number: pass.number.toString(),
  });
  return (
    <article className={styles.card} aria-label={say("passes.yours", { name })}>
      {pass.image !== undefined && (
        // An SVG in an <img> runs no scripts and loads nothing.
        <img className={styles.picture} src={pass.image} alt={say("passes.picture", { name })} />
      )}
      <div className={styles.words}>
        <h3 className={styles.name}>{name}</h3>
        {tier !== undefined && <FeatureList features={tier.features} where />}
        {children}
      </div>
    </article>
  );
}
