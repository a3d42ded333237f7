import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Corner } from "./Corner";
import styles from "./Welcome.module.css";

/** One sentence, one button. */
export function Welcome({
  sessionLimitSeconds,
  action,
  busy,
  pressed = false,
  onPress,
}: {
  /** As the chain says it; 300 until it has answered. */
  readonly sessionLimitSeconds: number;
  readonly action: string;
  readonly busy: boolean;
  /** The button stands where another one was pressed, and takes over its focus. */
  readonly pressed?: boolean;
  readonly onPress: () => void;
}) {
  const { say, sessionLength } = useWords();
  return (
    <div className={styles.welcome}>
      <title>{say("common.name")}</title>
      <div className={styles.words}>
        <h1 className={styles.sentence} tabIndex={-1}>
          {say("welcome.sentence", { length: sessionLength(sessionLimitSeconds) })}
        </h1>
        <Button look="primary" size="large" busy={busy} autoFocus={pressed} onClick={onPress}>
          {action}
        </Button>
      </div>
      <Corner className={styles.picture} />
    </div>
  );
}
