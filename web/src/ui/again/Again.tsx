import { useEffect, useRef } from "react";
import type { Asking } from "../../call/state";
import { Button } from "../controls/Button";
import { duration } from "../meet/words";
import styles from "./Again.module.css";

/** The question at the end, alone with its two answers. */
export function Again({
  state,
  limitSeconds,
  onAnswer,
}: {
  readonly state: Asking;
  readonly limitSeconds: number;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not an answer: whoever is just typing or tapping would give it unawares.
  useEffect(() => heading.current?.focus(), []);
  const { answer } = state;
  return (
    <div className={styles.again}>
      <h1 ref={heading} tabIndex={-1} className={styles.question}>
        Again?
      </h1>
      <p className={styles.text}>
        {answer === null
          ? `If you both say yes, you have another ${duration(limitSeconds)}.`
          : answer === "yes"
            ? "You said yes. Waiting for their answer…"
            : "Then it stays at once. That was good."}
      </p>
      {answer === null && (
        <div className={styles.answers}>
          <Button look="primary" size="large" onClick={() => onAnswer(true)}>
            Yes, again
          </Button>
          <Button size="large" onClick={() => onAnswer(false)}>
            No, thanks
          </Button>
        </div>
      )}
    </div>
  );
}
