import { useEffect, useState } from "react";
import { freeBytes } from "../../files/PrivateFiles";
import { CONTAINERS, SUBJECTS } from "../../recording/about";
import type { Container, Subject } from "../../recording/about";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { useTiers } from "../shell/chainQueries";
import { pathOf } from "../shell/router";
import styles from "./RecordingPanel.module.css";
import { RecordingState } from "./RecordingState";

/** Who is to be recorded, and into what kind of file; for whoever has no pass for it, which passes there are. */
export function RecordingPanel({ session }: { readonly session: Session }) {
  const unlocked = useObservable(session.unlocked.to("recording"));
  const { kind } = useObservable(session.recorder.state);
  if (!unlocked && kind === "off") return <Locked />;
  return (
    <div className={styles.panel}>
      <RecordingState session={session} />
      {kind === "off" && <Choice session={session} />}
    </div>
  );
}

function Locked() {
  const { say, list } = useWords();
  const tiers = (useTiers().data ?? []).filter(({ features }) =>
    features.some(({ name }) => name === "recording"),
  );
  return (
    <div className={styles.panel}>
      <p>{say("recording.locked")}</p>
      {tiers.length > 0 && (
        <p>{say("recording.unlockedBy", { tiers: list(tiers.map(({ name }) => name)) })}</p>
      )}
      {/* A window of its own: whoever looks at passes does not hang up. */}
      <a className={styles.link} href={pathOf("passes")} target="_blank" rel="noopener">
        {say("recording.seePasses")}
      </a>
    </div>
  );
}

function Choice({ session: { recorder } }: { readonly session: Session }) {
  const { say, bytes } = useWords();
  const { containers, free } = useMeans();
  const [subject, setSubject] = useState<Subject>("both");
  const [wanted, setWanted] = useState<Container | null>(null);
  const container = wanted ?? containers?.[0];
  if (containers?.length === 0) return <p>{say("recording.unsupported")}</p>;
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{say("recording.who")}</legend>
        {SUBJECTS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="subject"
              checked={each === subject}
              onChange={() => setSubject(each)}
            />
            {say(`recording.who.${each}`)}
          </label>
        ))}
        <p className={styles.hint}>{say(`recording.hint.${subject}`)}</p>
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{say("recording.kind")}</legend>
        {CONTAINERS.filter((each) => containers?.includes(each) === true).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={each === container}
              onChange={() => setWanted(each)}
            />
            {say(`recording.kind.${each}`)}
          </label>
        ))}
      </fieldset>
      {free !== null && (
        <p className={styles.hint}>{say("recording.free", { size: bytes(free) })}</p>
      )}
      <Button
        look="primary"
        busy={container === undefined}
        onClick={() => container !== undefined && recorder.record(subject, container)}
      >
        {say(subject === "both" ? "recording.ask" : "recording.start")}
      </Button>
    </>
  );
}

/** What this browser can record, null until that is known, and how much room there is. */
function useMeans() {
  const [containers, setContainers] = useState<readonly Container[] | null>(null);
  const [free, setFree] = useState<number | null>(null);
  useEffect(() => {
    let shown = true;
    void import("../../recording/studio")
      .then(({ containersHere }) => containersHere())
      .catch(() => [])
      .then((found) => {
        if (shown) setContainers(found);
      });
    void freeBytes().then((bytes) => {
      if (shown) setFree(bytes);
    });
    return () => {
      shown = false;
    };
  }, []);
  return { containers, free };
}
