import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import styles from "./Details.module.css";

/** Where hashes, wei and gas live: closed until somebody wants them. */
export function Details({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  const { say } = useWords();
  return (
    <details className={styles.details}>
      <summary>{say("common.details")}</summary>
      <dl className={styles.rows}>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
