import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import { keepFocus } from "./keepFocus";
import styles from "./Seeing.module.css";

/** A question about a picture that may show nudity, with its answers; it says how little is known. */
export function Question({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <section
      className={styles.card}
      data-lasting=""
      aria-label={say("nudity.region")}
      onClickCapture={keepFocus}
    >
      <p role="alert" className={styles.strong}>
        {text}
      </p>
      <div className={styles.answers}>{children}</div>
      <p className={styles.small}>{say("nudity.guess")}</p>
    </section>
  );
}
