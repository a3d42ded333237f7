import type { ReactNode } from "react";
import styles from "./LitLine.module.css";

/** A line beside a lamp that is on, as long as somebody is recorded or streamed. */
export function LitLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.line}>
      <span className={styles.lamp} aria-hidden="true" />
      {children}
    </p>
  );
}
