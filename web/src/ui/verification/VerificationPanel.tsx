import type { Picture } from "../../verification/emoji";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./VerificationPanel.module.css";

/** The pictures that two people compare, what they mean, and the two answers. */
export function VerificationPanel({ session }: { readonly session: Session }) {
  const { verification } = session;
  const comparison = useObservable(verification.state);
  const { say } = useWords();
  switch (comparison.kind) {
    case "none":
    case "waiting":
      return <p role="status">{say("verification.waiting")}</p>;
    case "unsupported":
      return <p role="status">{say("verification.unsupported")}</p>;
    case "ready": {
      const { pictures, confirmed, theyConfirmed } = comparison;
      return (
        <div className={styles.verification}>
          <p className={styles.explanation}>{say("verification.explanation")}</p>
          <Pictures pictures={pictures} />
          <div className={styles.answers}>
            <p role="status" className={styles.standing}>
              {confirmed && <span>{say("verification.confirmed")}</span>}
              {theyConfirmed && (
                <span>
                  {say(confirmed ? "verification.theyConfirmed" : "verification.onlyTheyConfirmed")}
                </span>
              )}
            </p>
            {!confirmed && (
              <Button look="primary" onClick={verification.confirm}>
                {say("verification.match")}
              </Button>
            )}
            <Button look="end" onClick={verification.differ}>
              {say("verification.differ")}
            </Button>
          </div>
        </div>
      );
    }
    default:
      return comparison satisfies never;
  }
}

function Pictures({ pictures }: { readonly pictures: readonly Picture[] }) {
  const { say } = useWords();
  return (
    <ol className={styles.pictures} aria-label={say("verification.pictures")}>
      {pictures.map(({ emoji, name }, place) => (
        // The same picture may come twice; its place is what it is.
        <li key={place} className={styles.picture}>
          <span className={styles.emoji} aria-hidden="true">
            {emoji}
          </span>
          <span className={styles.name}>{say(`emoji.${name}`)}</span>
        </li>
      ))}
    </ol>
  );
}
