import type { Streamer } from "../../streaming/Streamer";
import { useWords } from "../../words/useWords";
import styles from "../consent/Outcome.module.css";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";

/** Why the last stream ended, or did not begin. */
export function EndedStream({
  streamer,
}: {
  readonly streamer: Pick<Streamer, "state" | "dismiss">;
}) {
  const { say } = useWords();
  const state = useObservable(streamer.state);
  if (state.kind !== "off" || state.ending === null) return null;
  return (
    <div className={styles.outcome} role="status">
      <p>{say(`streaming.ended.${state.ending}`)}</p>
      <div className={styles.ways}>
        <Button onClick={streamer.dismiss}>{say("streaming.dismiss")}</Button>
      </div>
    </div>
  );
}
