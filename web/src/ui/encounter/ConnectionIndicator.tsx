import { useId } from "react";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Bars } from "./Bars";
import { verdictSaying } from "./verdictSaying";
import styles from "./ConnectionIndicator.module.css";

/**
 * How the connection does, in bars and words, with the reason where it is not good; a press shows the figures. While all
 * is well it fades with the controls.
 */
export function ConnectionIndicator({
  session,
  awake,
  onOpen,
}: {
  readonly session: Session;
  readonly awake: boolean;
  readonly onOpen: () => void;
}) {
  const { say } = useWords();
  const indicator = useObservable(session.quality.indicator);
  const description = useId();
  if (indicator === null) return null;
  const { received, sent, overall, soundOnly } = indicator;
  const [theirs, mine] = [
    verdictSaying("received", received, say),
    soundOnly ? say("encounter.ownResting") : verdictSaying("sent", sent, say),
  ];
  return (
    <button
      type="button"
      className={styles.indicator}
      data-testid="connection"
      data-level={overall.level}
      data-shown={awake || overall.level !== "good" || undefined}
      aria-describedby={description}
      title={`${theirs}\n${mine}`}
      onClick={onOpen}
    >
      <Bars level={overall.level} />
      <span>{say(`quality.${overall.level}`)}</span>
      {overall.level !== "good" && (
        <span className={styles.reason}>{overall === received ? theirs : mine}</span>
      )}
      <span id={description} hidden>
        {theirs} {mine}
      </span>
    </button>
  );
}
