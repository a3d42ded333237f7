import type { CallStreaming } from "../../streaming/CallStreaming";
import type { StreamerState } from "../../streaming/Streamer";
import { useWords } from "../../words/useWords";
import type { Words } from "../../words/Words";
import { ConsentNotes } from "../consent/ConsentNotes";
import { useObservable } from "../meet/useObservable";
import { StreamingState } from "./StreamingState";

/** Who streams whom, over the other's picture. */
export function StreamingNotes({
  streaming,
  listed,
}: {
  readonly streaming: CallStreaming;
  /** The panel is open, and tells of this person's own stream. */
  readonly listed: boolean;
}) {
  const { say } = useWords();
  const state = useObservable(streaming.streamer.state);
  const silent = state.kind === "off" && state.ending === null;
  return (
    <ConsentNotes
      topic="streaming"
      consent={streaming.consent}
      own={listed || silent ? null : <StreamingState streaming={streaming} />}
      spoken={spokenOf(state, say)}
    />
  );
}

/** That a stream runs, and when its line does not. */
function spokenOf(state: StreamerState, say: Words["say"]): string | null {
  if (state.kind !== "on") return null;
  if (state.line.state !== "live") return say(`streaming.line.${state.line.state}`);
  return say(state.veiled ? "streaming.on.veiled" : `streaming.on.${state.subject}`);
}
