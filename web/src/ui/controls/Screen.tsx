import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../words/useWords";
import styles from "./Screen.module.css";

let arrived = false;

/** One screen: its heading names the document and takes the focus, except on the very first screen of a visit. */
export function Screen({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
    arrived = true;
  }, []);
  return (
    <div className={styles.screen}>
      <title>{say("common.titled", { title })}</title>
      <header className={styles.header}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}
