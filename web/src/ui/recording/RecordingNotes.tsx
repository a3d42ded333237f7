import type { CallRecording } from "../../recording/CallRecording";
import { useWords } from "../../words/useWords";
import { ConsentNotes } from "../consent/ConsentNotes";
import { useObservable } from "../meet/useObservable";
import { RecordingState } from "./RecordingState";

/** Who records whom, over the other's picture. */
export function RecordingNotes({
  recording,
  listed,
}: {
  readonly recording: CallRecording;
  /** The panel is open, and tells of this person's own recording. */
  readonly listed: boolean;
}) {
  const { say } = useWords();
  const state = useObservable(recording.recorder.state);
  const silent = state.kind === "off" && state.problem === null && state.finished === null;
  return (
    <ConsentNotes
      topic="recording"
      consent={recording.consent}
      own={listed || silent ? null : <RecordingState recording={recording} />}
      spoken={
        state.kind === "on"
          ? say(state.veiled ? "recording.on.veiled" : `recording.on.${state.subject}`)
          : null
      }
    />
  );
}
