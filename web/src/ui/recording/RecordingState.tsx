import { useEffect, useState } from "react";
import { clockFace } from "../../call/clock";
import type { CallRecording } from "../../recording/CallRecording";
import type { RecorderState } from "../../recording/Recorder";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { SavedRecording } from "./SavedRecording";
import styles from "./RecordingState.module.css";

/** What this person's own recording does, and what can be done about it. Nothing while there is nothing to say. */
export function RecordingState({
  recording: { recorder, consent },
}: {
  readonly recording: CallRecording;
}) {
  const { say } = useWords();
  const state = useObservable(recorder.state);
  const { mine } = useObservable(consent.state);
  switch (state.kind) {
    case "off":
      return <SavedRecording recorder={recorder} />;
    case "asking":
      return (
        <div className={styles.state}>
          <p>{say("recording.pending")}</p>
          <Button onClick={recorder.finish}>{say("recording.withdraw")}</Button>
        </div>
      );
    case "starting":
    case "finishing":
      return <p className={styles.state}>{say(`recording.${state.kind}`)}</p>;
    case "on": {
      const asked = mine.answer === "asking" || mine.answer === "pending";
      return (
        <div className={styles.state}>
          <p className={styles.line}>
            <span className={styles.lamp} aria-hidden="true" />
            <span>
              {say(state.veiled ? "recording.on.veiled" : `recording.on.${state.subject}`)}
            </span>
            <Elapsed state={state} />
          </p>
          {asked && <p>{say("recording.pending")}</p>}
          <div className={styles.buttons}>
            <Button onClick={recorder.finish}>{say("recording.stop")}</Button>
            {state.veiled && !asked && (
              <Button onClick={recorder.askAgain}>{say("recording.askAgain")}</Button>
            )}
          </div>
        </div>
      );
    }
    default:
      return state satisfies never;
  }
}

/** Counts up without a word to a screen reader, which would read out every second. */
function Elapsed({ state: { since } }: { readonly state: Extract<RecorderState, { kind: "on" }> }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.elapsed} data-testid="recorded-time" aria-hidden="true">
      {clockFace(Math.max(0, now - since))}
    </span>
  );
}
