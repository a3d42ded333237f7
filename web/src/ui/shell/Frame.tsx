import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import { LanguageChoice } from "./LanguageChoice";
import { linkTo } from "./router";
import styles from "./Frame.module.css";

/** Header and main region around every screen. */
export function Frame({
  navigation,
  account,
  children,
}: {
  readonly navigation?: ReactNode;
  readonly account?: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {say("page.skip")}
      </a>
      <header className={styles.header}>
        <a className={styles.brand} {...linkTo("welcome")}>
          <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
            <circle
              cx="16"
              cy="16"
              r="11.5"
              fill="none"
              stroke="var(--accent)"
              strokeWidth="2.5"
              strokeLinecap="round"
              pathLength="100"
              strokeDasharray="82 100"
              transform="rotate(-90 16 16)"
            />
            <circle cx="16" cy="16" r="4.5" fill="var(--accent)" />
          </svg>
          <span>{say("common.name")}</span>
        </a>
        {navigation}
        <div className={styles.account}>{account}</div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
