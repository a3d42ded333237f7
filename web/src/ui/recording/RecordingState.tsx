import { useEffect, useState } from "react";
import { clockFace } from "../../call/clock";
import type { CallRecording } from "../../recording/CallRecording";
import type { RecorderState } from "../../recording/Recorder";
import { OwnState } from "../consent/OwnState";
import styles from "../consent/OwnState.module.css";
import { useObservable } from "../meet/useObservable";
import { SavedRecording } from "./SavedRecording";

/** What this person's own recording does, and what can be done about it. Nothing while there is nothing to say. */
export function RecordingState({
  recording: { recorder, consent },
}: {
  readonly recording: CallRecording;
}) {
  const state = useObservable(recorder.state);
  if (state.kind === "off") return <SavedRecording recorder={recorder} />;
  return (
    <OwnState
      topic="recording"
      state={state}
      consent={consent}
      controls={recorder}
      beside={state.kind === "on" && <Elapsed state={state} />}
    />
  );
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
