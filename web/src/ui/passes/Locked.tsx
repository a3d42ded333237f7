import type { Feature } from "../../wallet/features";
import { useWords } from "../../words/useWords";
import { useTiers } from "../shell/chainQueries";
import { pathOf } from "../shell/router";
import styles from "./Locked.module.css";

/** Stands where something would be that no pass of this person unlocks: which passes do, and the way there. */
export function Locked({
  feature,
  text,
}: {
  readonly feature: Feature["name"];
  readonly text: string;
}) {
  const { say, list } = useWords();
  const tiers = (useTiers().data ?? []).filter(
    ({ closed, features }) => !closed && features.some(({ name }) => name === feature),
  );
  return (
    <div className={styles.locked}>
      <p>{text}</p>
      {tiers.length > 0 && (
        <p>{say("features.unlockedBy", { tiers: list(tiers.map(({ name }) => name)) })}</p>
      )}
      {/* A window of its own: whoever looks at passes does not hang up. */}
      <a className={styles.link} href={pathOf("passes")} target="_blank" rel="noopener">
        {say("features.seePasses")}
      </a>
    </div>
  );
}
