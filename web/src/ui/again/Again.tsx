import type { ReactNode } from "react";
import type { Asking } from "../../call/state";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Heading } from "../meet/Heading";
import styles from "./Again.module.css";

/** The question at the end, alone with its two answers. */
export function Again({
  state,
  limitSeconds,
  onAnswer,
  children,
}: {
  readonly state: Asking;
  readonly limitSeconds: number;
  readonly onAnswer: (yes: boolean) => void;
  /** What there is to say of the round that is over. */
  readonly children: ReactNode;
}) {
  const { say, sessionLength } = useWords();
  const { answer } = state;
  return (
    <div className={styles.again}>
      {/* The heading takes the focus, not an answer: whoever is just typing would give it unawares. */}
      <Heading className={styles.question}>{say("ending.again")}</Heading>
      <p className={styles.text}>
        {answer === null
          ? say("ending.ifBoth", { length: sessionLength(limitSeconds) })
          : answer === "yes"
            ? say("ending.saidYes")
            : say("ending.saidNo")}
      </p>
      {answer === null && (
        <div className={styles.answers}>
          <Button look="primary" size="large" onClick={() => onAnswer(true)}>
            {say("ending.yes")}
          </Button>
          <Button size="large" onClick={() => onAnswer(false)}>
            {say("ending.no")}
          </Button>
        </div>
      )}
      {children}
    </div>
  );
}
