import { SUBJECTS } from "../../composition/subject";
import type { Subject } from "../../composition/subject";
import type { Topic } from "../../consent/consent";
import { useWords } from "../../words/useWords";
import styles from "./ConsentPanel.module.css";

/** Who is to be in a recording, or a stream. */
export function WhoChoice({
  topic,
  subject,
  onChoose,
}: {
  readonly topic: Topic;
  readonly subject: Subject;
  readonly onChoose: (subject: Subject) => void;
}) {
  const { say } = useWords();
  return (
    <fieldset className={styles.choice}>
      <legend>{say(`${topic}.who`)}</legend>
      {SUBJECTS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={topic}
            checked={each === subject}
            onChange={() => onChoose(each)}
          />
          {say(`${topic}.who.${each}`)}
        </label>
      ))}
      <p className={styles.hint}>{say(`${topic}.hint.${subject}`)}</p>
    </fieldset>
  );
}
