import type { Newcomers } from "../../contacts/Newcomers";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import styles from "./Contacts.module.css";
import { sayFailure } from "./failure";

/** Those who were met in this visit and could not be kept yet, as long as there are any. */
export function Unsaved({ newcomers }: { readonly newcomers: Newcomers }) {
  const { say } = useWords();
  const unsaved = useObservable(newcomers.unsaved);
  const failure = unsaved.find((each) => each.failure !== null)?.failure ?? null;
  if (unsaved.length === 0) return null;
  return (
    <div className={styles.panel} role="status">
      <p>{say("contacts.unsaved", { count: unsaved.length })}</p>
      {failure !== null && <p>{say(sayFailure(failure))}</p>}
      <div>
        <Button busy={failure === null} onClick={newcomers.saveAgain}>
          {say("contacts.keep.again")}
        </Button>
      </div>
    </div>
  );
}
