import type { CallRecording } from "../../recording/CallRecording";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { keepFocus } from "../veil/keepFocus";
import styles from "./RecordingNotes.module.css";
import { RecordingState } from "./RecordingState";

/** Who records whom, over the other's picture, on both sides and as long as it lasts. */
export function RecordingNotes({
  recording,
  listed,
}: {
  readonly recording: CallRecording;
  /** The panel is open, and tells of this person's own recording. */
  readonly listed: boolean;
}) {
  const state = useObservable(recording.recorder.state);
  const silent = state.kind === "off" && state.problem === null && state.finished === null;
  return (
    <div className={styles.notes} data-lasting="" onClickCapture={keepFocus}>
      {!listed && !silent && (
        <div className={styles.note}>
          <RecordingState recording={recording} />
        </div>
      )}
      <Recorded recording={recording} />
      <Spoken recording={recording} />
    </div>
  );
}

/** The other's recording of this person. */
function Recorded({ recording: { consent } }: { readonly recording: CallRecording }) {
  const { say } = useWords();
  const { request } = useObservable(consent.state).theirs;
  switch (request) {
    case "nothing":
    case "refused":
      return null;
    case "asked":
      return (
        <div className={styles.note}>
          <p>{say("recording.asked")}</p>
          <div className={styles.answers}>
            <Button look="primary" onClick={consent.give}>
              {say("recording.give")}
            </Button>
            <Button onClick={consent.refuse}>{say("recording.refuse")}</Button>
          </div>
        </div>
      );
    case "given":
      return (
        <div className={styles.note}>
          <p className={styles.line}>
            <span className={styles.lamp} aria-hidden="true" />
            {say("recording.given")}
          </p>
          <Button onClick={consent.takeBack}>{say("recording.takeBack")}</Button>
        </div>
      );
    case "taken-back":
      return <p className={styles.note}>{say("recording.takenBack")}</p>;
    default:
      return request satisfies never;
  }
}

/** Tells a screen reader what others see: that a question stands, and that a recording runs. */
function Spoken({ recording: { recorder, consent } }: { readonly recording: CallRecording }) {
  const { say } = useWords();
  const state = useObservable(recorder.state);
  const { request } = useObservable(consent.state).theirs;
  return (
    <>
      <p role="status" className="visually-hidden">
        {state.kind === "on" &&
          say(state.veiled ? "recording.on.veiled" : `recording.on.${state.subject}`)}
      </p>
      <p role="alert" className="visually-hidden">
        {request === "asked" && say("recording.asked")}
        {request === "given" && say("recording.given")}
      </p>
    </>
  );
}
