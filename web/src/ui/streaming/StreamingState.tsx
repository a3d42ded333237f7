import type { CallStreaming } from "../../streaming/CallStreaming";
import type { Line } from "../../streaming/broadcast";
import { useWords } from "../../words/useWords";
import { OwnState } from "../consent/OwnState";
import styles from "../consent/OwnState.module.css";
import { useObservable } from "../meet/useObservable";
import { EndedStream } from "./EndedStream";

/** What this person's own stream does, and what can be done about it. Nothing while there is nothing to say. */
export function StreamingState({ streaming }: { readonly streaming: CallStreaming }) {
  const { streamer, consent } = streaming;
  const state = useObservable(streamer.state);
  if (state.kind === "off") return <EndedStream streamer={streamer} />;
  return (
    <OwnState
      topic="streaming"
      state={state}
      consent={consent}
      controls={streamer}
      below={state.kind === "on" && <Rate line={state.line} />}
    />
  );
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
