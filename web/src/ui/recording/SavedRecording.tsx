import type { Recorder } from "../../recording/Recorder";
import { useWords } from "../../words/useWords";
import styles from "../consent/Outcome.module.css";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { pathOf } from "../shell/router";

/** What became of the last recording: saved, and why it ended, or what was in its way. */
export function SavedRecording({
  recorder,
}: {
  readonly recorder: Pick<Recorder, "state" | "dismiss">;
}) {
  const { say, duration } = useWords();
  const state = useObservable(recorder.state);
  if (state.kind === "finishing") return <p role="status">{say("recording.finishing")}</p>;
  if (state.kind !== "off" || (state.problem === null && state.finished === null)) return null;
  const { problem, finished } = state;
  return (
    <div className={styles.outcome} role="status">
      {problem !== null && <p>{say(`recording.problem.${problem}`)}</p>}
      {finished !== null && (
        <p>
          {finished.length === null
            ? say(finished.waits ? "recording.saved.waits" : "recording.saved.nothing")
            : say(`recording.saved.${finished.ending}`, {
                length: duration(Math.max(1, Math.round(finished.length / 1000))),
              })}
        </p>
      )}
      <div className={styles.ways}>
        <Button onClick={recorder.dismiss}>{say("recording.dismiss")}</Button>
        {finished !== null && (finished.length !== null || finished.waits) && (
          // A window of its own: the encounter, or the question after it, goes on in this one.
          <a className={styles.link} href={pathOf("recordings")} target="_blank" rel="noopener">
            {say("recording.see")}
          </a>
        )}
      </div>
    </div>
  );
}
