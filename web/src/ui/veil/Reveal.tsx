import type { Step } from "../../veil/step";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { keepFocus } from "./keepFocus";
import styles from "./Seeing.module.css";

/** The question whether to be seen, until both have said yes. */
export function Reveal({
  session: { veil, nudity },
  step,
}: {
  readonly session: Session;
  readonly step: Exclude<Step, "clear">;
}) {
  const { say } = useWords();
  const unchecked = useObservable(nudity.checker) === "unavailable";
  return (
    <section
      className={styles.card}
      data-step={step}
      data-lasting=""
      aria-label={say("veil.region")}
      onClickCapture={keepFocus}
    >
      <p className={step === "asked" ? styles.strong : undefined}>{say(`veil.${step}`)}</p>
      {step === "waiting" ? (
        <Button onClick={veil.veil}>{say("veil.takeBack")}</Button>
      ) : (
        <Button look="primary" aria-keyshortcuts="R" onClick={veil.show}>
          {say("veil.show")}
        </Button>
      )}
      <p className={styles.small}>{say(unchecked ? "nudity.unchecked" : "nudity.checked")}</p>
    </section>
  );
}
