import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { SavedRecording } from "./SavedRecording";

/** What became of a recording that ended with the round. */
export function RecordingAfterRound({ session }: { readonly session: Session }) {
  const recording = useObservable(session.recording);
  return recording !== null && <SavedRecording recorder={recording.recorder} />;
}
