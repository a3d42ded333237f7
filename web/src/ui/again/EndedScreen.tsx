import type { Meeting } from "../../call/Meeting";
import type { Ended } from "../../call/state";
import { Button } from "../controls/Button";
import { Heading } from "../meet/Heading";
import { endedSaying } from "../meet/words";
import styles from "./EndedScreen.module.css";

/** Why it is over, in human words, and the one next step. */
export function EndedScreen({
  state,
  meeting,
}: {
  readonly state: Ended;
  readonly meeting: Meeting;
}) {
  const { title, text } = endedSaying(state.reason);
  return (
    <div className={styles.ended} data-theme="dark" data-modal="">
      <span className={styles.lamp} aria-hidden="true" />
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{text}</p>
      <Button look="primary" size="large" onClick={() => meeting.meet(state.wish)}>
        Meet someone else
      </Button>
      <button type="button" className={styles.back} onClick={meeting.done}>
        Back to the lobby
      </button>
    </div>
  );
}
