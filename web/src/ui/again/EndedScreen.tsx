import type { ReactNode } from "react";
import type { Ended } from "../../call/state";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Heading } from "../meet/Heading";
import type { Session } from "../meet/session";
import { Outcome } from "../safety/Outcome";
import styles from "./EndedScreen.module.css";

/** Why it is over, in human words, and the one next step. */
export function EndedScreen({
  state,
  session: { meeting, complaints },
  children,
}: {
  readonly state: Ended;
  readonly session: Session;
  /** What else there is to say of it. */
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <div className={styles.ended} data-theme="dark" data-modal="">
      <span className={styles.lamp} aria-hidden="true" />
      <Heading className={styles.title}>{say(`ending.${state.reason}.title`)}</Heading>
      <p className={styles.text}>{say(`ending.${state.reason}.text`)}</p>
      {children}
      <Button look="primary" size="large" onClick={() => meeting.meet(state.wish)}>
        {say("ending.meetAnother")}
      </Button>
      <button type="button" className={styles.back} onClick={meeting.done}>
        {say("ending.toLobby")}
      </button>
      <Outcome complaints={complaints} />
    </div>
  );
}
