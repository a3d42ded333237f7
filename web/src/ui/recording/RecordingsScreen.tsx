import { useEffect, useState } from "react";
import type { Recording } from "../../recording/lookThrough";
import { Recordings } from "../../recording/Recordings";
import { useWords } from "../../words/useWords";
import { Screen } from "../controls/Screen";
import { Waiting } from "../controls/Waiting";
import { useObservable } from "../meet/useObservable";
import { RecordingCard } from "./RecordingCard";
import styles from "./RecordingsScreen.module.css";

/** Everything that was recorded in this browser, whatever was left unfinished, and how much room there is. */
export function RecordingsScreen() {
  const { say, bytes } = useWords();
  const [kept] = useState(() => new Recordings());
  const { recordings, free } = useObservable(kept.state);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") void kept.refresh();
    };
    look();
    // Another window may have recorded meanwhile.
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [kept]);
  return (
    <Screen title={say("recording.recordings")} lead={say("recording.list.lead")}>
      {free !== null && (
        <p className={styles.free}>{say("recording.list.free", { size: bytes(free) })}</p>
      )}
      <List recordings={recordings} kept={kept} />
    </Screen>
  );
}

function List({
  recordings,
  kept,
}: {
  readonly recordings: readonly Recording[] | null;
  readonly kept: Recordings;
}) {
  const { say } = useWords();
  if (recordings === null)
    return <Waiting what={say("recording.list.opening")} usually={say("common.aSecond")} />;
  if (recordings.length === 0) return <p>{say("recording.list.empty")}</p>;
  return (
    <ul className={styles.list}>
      {recordings.map((recording) => (
        <RecordingCard key={recording.id} recording={recording} kept={kept} />
      ))}
    </ul>
  );
}
