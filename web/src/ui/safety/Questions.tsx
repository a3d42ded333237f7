import { useState } from "react";
import { REPORT_CATEGORIES } from "../../protocol/messages";
import type { ReportCategory } from "../../protocol/messages";
import { LONGEST_NOTE } from "../../safety/complaint";
import type { Complaints } from "../../safety/Complaints";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import { useObservable } from "../meet/useObservable";
import styles from "./Questions.module.css";

/** The question about the other that stands open, if one does: it outlives the encounter that it was asked in. */
export function Questions({ complaints }: { readonly complaints: Complaints }) {
  const question = useObservable(complaints.question);
  switch (question) {
    case null:
      return null;
    case "report":
      return <ReportDialog complaints={complaints} />;
    case "block":
      return <BlockDialog complaints={complaints} />;
    default:
      return question satisfies never;
  }
}

function ReportDialog({ complaints }: { readonly complaints: Complaints }) {
  const { say } = useWords();
  const [category, setCategory] = useState<ReportCategory | null>(null);
  const [note, setNote] = useState("");
  const [alsoBlock, setAlsoBlock] = useState(true);
  return (
    <Dialog open title={say("safety.reportTitle")} onClose={complaints.cancel}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (category !== null) complaints.report(category, note, alsoBlock);
        }}
      >
        <p>{say("safety.reportText")}</p>
        <fieldset className={styles.categories}>
          <legend>{say("safety.whatHappened")}</legend>
          {REPORT_CATEGORIES.map((each) => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                name="category"
                required
                checked={each === category}
                onChange={() => setCategory(each)}
              />
              {say(`safety.category.${each}`)}
            </label>
          ))}
        </fieldset>
        <label className={styles.note}>
          <span>
            {say("safety.note")} <span className={styles.quiet}>{say("common.optional")}</span>
          </span>
          <textarea
            rows={3}
            dir="auto"
            maxLength={LONGEST_NOTE}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <span className={styles.quiet}>{say("safety.noteHint")}</span>
        </label>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={alsoBlock}
            onChange={(event) => setAlsoBlock(event.target.checked)}
          />
          {say("safety.alsoBlock")}
        </label>
        <Button type="submit" look="end" size="large">
          {say("safety.send")}
        </Button>
      </form>
    </Dialog>
  );
}

function BlockDialog({ complaints }: { readonly complaints: Complaints }) {
  const { say } = useWords();
  return (
    <Dialog open title={say("safety.blockTitle")} onClose={complaints.cancel}>
      <div className={styles.form}>
        <p>{say("safety.blockText")}</p>
        <p className={styles.quiet}>{say("safety.blockUndo")}</p>
        <Button look="end" size="large" onClick={complaints.block}>
          {say("safety.blockConfirm")}
        </Button>
        <Button onClick={complaints.cancel}>{say("common.cancel")}</Button>
      </div>
    </Dialog>
  );
}
