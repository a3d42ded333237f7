import { useState } from "react";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import styles from "./Questions.module.css";

/** Asks once, before the first meeting, whether somebody is of age. It asks; it cannot know. */
export function AgeGate({
  onAdult,
  onClose,
}: {
  readonly onAdult: () => void;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const [minor, setMinor] = useState(false);
  return minor ? (
    <Dialog key="no" open title={say("safety.age.refusedTitle")} onClose={onClose}>
      <div className={styles.form} role="status">
        <p>{say("safety.age.refusedText")}</p>
        <Button onClick={() => setMinor(false)}>{say("safety.age.slip")}</Button>
      </div>
    </Dialog>
  ) : (
    <Dialog key="question" open title={say("safety.age.title")} onClose={onClose}>
      <div className={styles.form}>
        <p>{say("safety.age.text")}</p>
        <Button look="primary" size="large" onClick={onAdult}>
          {say("safety.age.yes")}
        </Button>
        <Button onClick={() => setMinor(true)}>{say("safety.age.no")}</Button>
      </div>
    </Dialog>
  );
}
