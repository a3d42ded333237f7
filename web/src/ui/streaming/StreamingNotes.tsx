import type { CallStreaming } from "../../streaming/CallStreaming";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import styles from "../recording/RecordingNotes.module.css";
import { keepFocus } from "../veil/keepFocus";
import { StreamingState } from "./StreamingState";

/** Who streams whom, over the other's picture, on both sides and as long as it lasts. */
export function StreamingNotes({
  streaming,
  listed,
}: {
  readonly streaming: CallStreaming;
  /** The panel is open, and tells of this person's own stream. */
  readonly listed: boolean;
}) {
  const state = useObservable(streaming.streamer.state);
  const silent = state.kind === "off" && state.ending === null;
  return (
    <div className={styles.notes} data-lasting="" onClickCapture={keepFocus}>
      {!listed && !silent && (
        <div className={styles.note}>
          <StreamingState streaming={streaming} />
        </div>
      )}
      <Streamed streaming={streaming} />
      <Spoken streaming={streaming} />
    </div>
  );
}

/** The other's stream of this person. */
function Streamed({ streaming: { consent } }: { readonly streaming: CallStreaming }) {
  const { say } = useWords();
  const { request } = useObservable(consent.state).theirs;
  switch (request) {
    case "nothing":
    case "refused":
      return null;
    case "asked":
      return (
        <div className={styles.note}>
          <p>{say("streaming.asked")}</p>
          <div className={styles.answers}>
            <Button look="primary" onClick={consent.give}>
              {say("streaming.give")}
            </Button>
            <Button onClick={consent.refuse}>{say("streaming.refuse")}</Button>
          </div>
        </div>
      );
    case "given":
      return (
        <div className={styles.note}>
          <p className={styles.line}>
            <span className={styles.lamp} aria-hidden="true" />
            {say("streaming.given")}
          </p>
          <Button onClick={consent.takeBack}>{say("streaming.takeBack")}</Button>
        </div>
      );
    case "taken-back":
      return <p className={styles.note}>{say("streaming.takenBack")}</p>;
    default:
      return request satisfies never;
  }
}

/** Tells a screen reader what others see: that a question stands, that a stream runs, and when its line does not. */
function Spoken({ streaming: { streamer, consent } }: { readonly streaming: CallStreaming }) {
  const { say } = useWords();
  const state = useObservable(streamer.state);
  const { request } = useObservable(consent.state).theirs;
  return (
    <>
      <p role="status" className="visually-hidden">
        {state.kind === "on" &&
          (state.line.state === "live"
            ? say(state.veiled ? "streaming.on.veiled" : `streaming.on.${state.subject}`)
            : say(`streaming.line.${state.line.state}`))}
      </p>
      <p role="alert" className="visually-hidden">
        {request === "asked" && say("streaming.asked")}
        {request === "given" && say("streaming.given")}
      </p>
    </>
  );
}
