import { useWords } from "../../words/useWords";
import styles from "./Steps.module.css";

export interface StepsProps {
  /** Short names in order, e.g. "Check". */
  readonly names: readonly string[];
  /** Index of the step that runs now; `names.length` when all are done. */
  readonly current: number;
  /** The step that runs now did not work. */
  readonly stopped?: boolean;
  /** The next move is the person's: nothing runs. */
  readonly resting?: boolean;
  /** What is being waited for, in a sentence; spoken when it changes. */
  readonly status: string;
}

/** Where a wallet moment is: check → sign in your wallet → sent → done. */
export function Steps({ names, current, stopped = false, resting = false, status }: StepsProps) {
  const { say } = useWords();
  const now = stopped ? "stopped" : resting ? "next" : "current";
  return (
    <div>
      <ol className={styles.steps}>
        {names.map((name, index) => (
          <li
            key={name}
            className={styles.step}
            data-state={index < current ? "done" : index > current ? "ahead" : now}
            aria-current={index === current ? "step" : undefined}
          >
            <span className={styles.mark} aria-hidden="true" />
            {name}
            {index < current && <span className="visually-hidden">{say("signin.stepDone")}</span>}
          </li>
        ))}
      </ol>
      <p className={styles.status} role="status">
        {status}
      </p>
    </div>
  );
}
