import { useState } from "react";
import type { MouseEvent } from "react";
import { stepOf } from "../../veil/step";
import type { Step } from "../../veil/step";
import type { Veil } from "../../veil/Veil";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import styles from "./Reveal.module.css";

/** The question whether to be seen, until both have said yes; and what a screen reader is told about it, always. */
export function Reveal({ veil, open }: { readonly veil: Veil; readonly open: boolean }) {
  const { say } = useWords();
  const { agreement, theirsHeld } = useObservable(veil.state);
  const step = stepOf(agreement);
  const saying = useSaying(step);
  return (
    <>
      <p role="status" className="visually-hidden">
        {open && say(`veil.announce.${saying}`)}
      </p>
      {open && step === "clear" && theirsHeld && (
        <p role="status" className={styles.card}>
          {say("veil.theirsHeld")}
        </p>
      )}
      {open && step !== "clear" && (
        <section
          className={styles.card}
          data-step={step}
          data-lasting=""
          aria-label={say("veil.region")}
        >
          <p className={styles.text}>{say(`veil.${step}`)}</p>
          {step === "waiting" ? (
            <Button onClick={andStay(veil.veil)}>{say("veil.takeBack")}</Button>
          ) : (
            <Button look="primary" aria-keyshortcuts="R" onClick={andStay(veil.show)}>
              {say("veil.show")}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

/** What was pressed is gone afterwards: the focus stays in the encounter. */
function andStay(act: () => void) {
  return (event: MouseEvent<HTMLElement>): void => {
    event.currentTarget.closest<HTMLElement>("[data-modal]")?.focus();
    act();
  };
}

/** A veil that has come back is other news than one that was there from the start. */
function useSaying(step: Step): Step | "veiledAgain" {
  const [seen, setSeen] = useState(false);
  if (step === "clear" && !seen) setSeen(true);
  return step === "veiled" && seen ? "veiledAgain" : step;
}
