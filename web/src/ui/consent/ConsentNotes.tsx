import type { ReactNode } from "react";
import type { CallConsent } from "../../consent/CallConsent";
import type { Topic } from "../../consent/consent";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { keepFocus } from "../veil/keepFocus";
import styles from "./ConsentNotes.module.css";
import { LitLine } from "./LitLine";

interface Asked {
  readonly topic: Topic;
  readonly consent: Pick<CallConsent, "state" | "give" | "refuse" | "takeBack">;
}

/** Who records (or streams) whom, over the other's picture, on both sides and as long as it lasts. */
export function ConsentNotes({
  topic,
  consent,
  own,
  spoken,
}: Asked & {
  /** This person's own recording or stream; null while there is nothing to say of it. */
  readonly own: ReactNode;
  /** What a screen reader is told of that. */
  readonly spoken: string | null;
}) {
  return (
    <div className={styles.notes} data-lasting="" onClickCapture={keepFocus}>
      {own !== null && <div className={styles.note}>{own}</div>}
      <Theirs topic={topic} consent={consent} />
      <p role="status" className="visually-hidden">
        {spoken}
      </p>
      <Alert topic={topic} consent={consent} />
    </div>
  );
}

/** The other's recording or stream of this person. */
function Theirs({ topic, consent }: Asked) {
  const { say } = useWords();
  const { request } = useObservable(consent.state).theirs;
  switch (request) {
    case "nothing":
    case "refused":
      return null;
    case "asked":
      return (
        <div className={styles.note}>
          <p>{say(`${topic}.asked`)}</p>
          <div className={styles.answers}>
            <Button look="primary" onClick={consent.give}>
              {say(`${topic}.give`)}
            </Button>
            <Button onClick={consent.refuse}>{say(`${topic}.refuse`)}</Button>
          </div>
        </div>
      );
    case "given":
      return (
        <div className={styles.note}>
          <LitLine>{say(`${topic}.given`)}</LitLine>
          <Button onClick={consent.takeBack}>{say(`${topic}.takeBack`)}</Button>
        </div>
      );
    case "taken-back":
      return <p className={styles.note}>{say(`${topic}.takenBack`)}</p>;
    default:
      return request satisfies never;
  }
}

/** Tells a screen reader what others see of the other's question, and that this person is recorded or streamed. */
function Alert({ topic, consent }: Asked) {
  const { say } = useWords();
  const { request } = useObservable(consent.state).theirs;
  return (
    <p role="alert" className="visually-hidden">
      {request === "asked" && say(`${topic}.asked`)}
      {request === "given" && say(`${topic}.given`)}
    </p>
  );
}
