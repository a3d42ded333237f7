import { useState } from "react";
import { classify, type Failure } from "../../wallet/failure";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import styles from "./Contacts.module.css";
import { sayFailure } from "./failure";

/** Asks before something is removed for good. */
export function RemoveForm({
  question,
  remove,
  onClose,
}: {
  readonly question: string;
  /** Rejects with why it is still there. */
  readonly remove: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const [state, setState] = useState<"asking" | "removing" | { readonly failed: Failure }>(
    "asking",
  );
  const confirm = async (): Promise<void> => {
    setState("removing");
    try {
      await remove();
      onClose();
    } catch (error) {
      setState({ failed: classify(error) });
    }
  };
  return (
    <div className={styles.form}>
      <p>{question}</p>
      {typeof state === "object" && <p role="alert">{say(sayFailure(state.failed))}</p>}
      <div className={styles.ways}>
        <Button look="end" busy={state === "removing"} onClick={() => void confirm()}>
          {say("contacts.remove")}
        </Button>
        <Button onClick={onClose}>{say("common.cancel")}</Button>
      </div>
    </div>
  );
}
