import type { ReactNode } from "react";
import type { Subject } from "../../composition/subject";
import type { CallConsent } from "../../consent/CallConsent";
import type { Topic } from "../../consent/consent";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { LitLine } from "./LitLine";
import styles from "./OwnState.module.css";

/** What this person's own recording or stream does, and what can be done about it. */
export function OwnState({
  topic,
  state,
  consent,
  controls,
  beside,
  below,
}: {
  readonly topic: Topic;
  readonly state:
    | { readonly kind: "asking" | "starting" | "finishing" }
    | { readonly kind: "on"; readonly subject: Subject; readonly veiled: boolean };
  readonly consent: Pick<CallConsent, "state">;
  /** Ends it, or withdraws the question; asks the other again, who has taken their consent back. */
  readonly controls: { readonly finish: () => void; readonly askAgain: () => void };
  /** In the line that says who is in it, and in the next. */
  readonly beside?: ReactNode;
  readonly below?: ReactNode;
}) {
  const { say } = useWords();
  const { mine } = useObservable(consent.state);
  switch (state.kind) {
    case "asking":
    case "starting":
      return (
        <div className={styles.state}>
          <p>{say(state.kind === "asking" ? `${topic}.pending` : `${topic}.starting`)}</p>
          <Button onClick={controls.finish}>{say(`${topic}.withdraw`)}</Button>
        </div>
      );
    case "finishing":
      return <p className={styles.state}>{say(`${topic}.finishing`)}</p>;
    case "on": {
      const asked = mine.answer === "asking" || mine.answer === "pending";
      return (
        <div className={styles.state}>
          <LitLine>
            <span>{say(state.veiled ? `${topic}.on.veiled` : `${topic}.on.${state.subject}`)}</span>
            {beside}
          </LitLine>
          {below}
          {asked && <p>{say(`${topic}.pending`)}</p>}
          <div className={styles.buttons}>
            <Button onClick={controls.finish}>{say(`${topic}.stop`)}</Button>
            {state.veiled && !asked && (
              <Button onClick={controls.askAgain}>{say(`${topic}.askAgain`)}</Button>
            )}
          </div>
        </div>
      );
    }
    default:
      return state satisfies never;
  }
}
