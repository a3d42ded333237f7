import { lazy, Suspense } from "react";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";

const SavedRecording = lazy(async () => {
  const { SavedRecording } = await import("./SavedRecording");
  return { default: SavedRecording };
});

/** What became of a recording that ended with the round. */
export function RecordingAfterRound({ session }: { readonly session: Session }) {
  const recording = useObservable(session.recording);
  if (recording === null) return null;
  return (
    <Suspense fallback={null}>
      <SavedRecording recorder={recording.recorder} />
    </Suspense>
  );
}
