import { useEffect, useState } from "react";
import { isAsking } from "../../nudity/NudityWatch";
import { stepOf } from "../../veil/step";
import type { Step } from "../../veil/step";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Question } from "./Question";
import { Reveal } from "./Reveal";
import styles from "./Seeing.module.css";

const NOTE_MS = 9_000;

/** Everything that is asked and told about who sees whom, in one place over the controls. */
export function Seeing({ session, open }: { readonly session: Session; readonly open: boolean }) {
  const { say } = useWords();
  const step = stepOf(useObservable(session.veil.state).agreement);
  const saying = useSaying(step);
  return (
    <>
      <p role="status" className="visually-hidden">
        {open && say(`veil.announce.${saying}`)}
      </p>
      {open && (
        <div className={styles.stack}>
          <Theirs session={session} />
          <Own session={session} />
          {step === "clear" ? (
            <Notes session={session} />
          ) : (
            <Reveal session={session} step={step} />
          )}
        </div>
      )}
    </>
  );
}

/** What comes in and may show nudity, hidden until this person says what to do. */
function Theirs({ session: { nudity, meeting } }: { readonly session: Session }) {
  const { say } = useWords();
  const picture = useObservable(nudity.theirs);
  const screen = useObservable(nudity.screen);
  const next = <Button onClick={meeting.next}>{say("encounter.next")}</Button>;
  return (
    <>
      {isAsking(picture) && (
        <Question text={say(`nudity.theirs.${picture}`)}>
          <Button onClick={nudity.showTheirs}>{say(`nudity.showTheirs.${picture}`)}</Button>
          {next}
        </Question>
      )}
      {isAsking(screen) && (
        <Question text={say(`nudity.screen.${screen}`)}>
          <Button onClick={nudity.showScreen}>{say(`nudity.showTheirs.${screen}`)}</Button>
          {!isAsking(picture) && next}
        </Question>
      )}
    </>
  );
}

/** This person's own picture, which may show nudity and is not sent until they say so. */
function Own({ session: { nudity } }: { readonly session: Session }) {
  const { say } = useWords();
  const own = useObservable(nudity.own);
  if (!isAsking(own)) return null;
  return (
    <Question text={say(`nudity.own.${own}`)}>
      <Button onClick={nudity.showOwn}>{say(`nudity.showOwn.${own}`)}</Button>
      <Button look="primary" onClick={nudity.stayVeiled}>
        {say("nudity.stay")}
      </Button>
    </Question>
  );
}

function Notes({ session: { veil, nudity } }: { readonly session: Session }) {
  const { say } = useWords();
  const { theirsHeld } = useObservable(veil.state);
  const unchecked = useObservable(nudity.checker) === "unavailable";
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!unchecked) return;
    const timer = setTimeout(() => setTold(true), NOTE_MS);
    return () => clearTimeout(timer);
  }, [unchecked]);
  return (
    <>
      {theirsHeld && (
        <p role="status" className={styles.card}>
          {say("veil.theirsHeld")}
        </p>
      )}
      {unchecked && !told && (
        <p role="status" className={styles.card}>
          {say("nudity.unchecked")}
        </p>
      )}
    </>
  );
}

/** A veil that has come back is other news than one that was there from the start. */
function useSaying(step: Step): Step | "veiledAgain" {
  const [seen, setSeen] = useState(false);
  if (step === "clear" && !seen) setSeen(true);
  return step === "veiled" && seen ? "veiledAgain" : step;
}
