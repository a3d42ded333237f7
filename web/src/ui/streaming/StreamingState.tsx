import type { CallStreaming } from "../../streaming/CallStreaming";
import type { Line } from "../../streaming/broadcast";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import styles from "../recording/RecordingState.module.css";
import { EndedStream } from "./EndedStream";

/** What this person's own stream does, and what can be done about it. Nothing while there is nothing to say. */
export function StreamingState({ streaming }: { readonly streaming: CallStreaming }) {
  const { say } = useWords();
  const { streamer, consent } = streaming;
  const state = useObservable(streamer.state);
  const { mine } = useObservable(consent.state);
  switch (state.kind) {
    case "off":
      return <EndedStream streamer={streamer} />;
    case "asking":
      return (
        <div className={styles.state}>
          <p>{say("streaming.pending")}</p>
          <Button onClick={streamer.finish}>{say("streaming.withdraw")}</Button>
        </div>
      );
    case "starting":
    case "finishing":
      return <p className={styles.state}>{say(`streaming.${state.kind}`)}</p>;
    case "on": {
      const asked = mine.answer === "asking" || mine.answer === "pending";
      return (
        <div className={styles.state}>
          <p className={styles.line}>
            <span className={styles.lamp} aria-hidden="true" />
            <span>
              {say(state.veiled ? "streaming.on.veiled" : `streaming.on.${state.subject}`)}
            </span>
          </p>
          <Rate line={state.line} />
          {asked && <p>{say("streaming.pending")}</p>}
          <div className={styles.buttons}>
            <Button onClick={streamer.finish}>{say("streaming.stop")}</Button>
            {state.veiled && !asked && (
              <Button onClick={streamer.askAgain}>{say("streaming.askAgain")}</Button>
            )}
          </div>
        </div>
      );
    }
    default:
      return state satisfies never;
  }
}

/** Changes every second, which a screen reader is spared; what matters of it is announced beside the picture. */
function Rate({ line: { state, bitsPerSecond } }: { readonly line: Line }) {
  const { say, number } = useWords();
  return (
    <p className={styles.elapsed} data-line={state} data-bits={bitsPerSecond}>
      {state === "live"
        ? say("streaming.rate", { kilobits: number(Math.round(bitsPerSecond / 1000)) })
        : say(`streaming.line.${state}`)}
    </p>
  );
}
