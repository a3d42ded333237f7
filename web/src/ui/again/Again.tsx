import type { Asking } from "../../call/state";
import { Button } from "../controls/Button";
import { Heading } from "../meet/Heading";
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
  const { answer } = state;
  return (
    <div className={styles.again}>
      {/* The heading takes the focus, not an answer: whoever is just typing would give it unawares. */}
      <Heading className={styles.question}>Again?</Heading>
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
