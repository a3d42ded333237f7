import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Subject } from "../../composition/subject";
import { freeBytes } from "../../files/PrivateFiles";
import { CONTAINERS } from "../../recording/about";
import type { Container } from "../../recording/about";
import type { CallRecording } from "../../recording/CallRecording";
import { useWords } from "../../words/useWords";
import styles from "../consent/ConsentPanel.module.css";
import { WhoChoice } from "../consent/WhoChoice";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Locked } from "../passes/Locked";
import { RecordingState } from "./RecordingState";

/** Who is to be recorded, and into what kind of file; for whoever has no pass for it, which passes there are. */
export function RecordingPanel({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const unlocked = useObservable(session.unlocked.to("recording"));
  const recording = useObservable(session.recording);
  const { phase } = useObservable(session.meeting.state);
  const locked = <Locked feature="recording" text={say("recording.locked")} />;
  const opening = <p role="status">{say("recording.opening")}</p>;
  if (recording === null) return unlocked ? opening : locked;
  // Before both see each other there is nothing to begin with.
  const choice = phase === "live" ? <Choice recorder={recording.recorder} /> : opening;
  return <Ready recording={recording}>{unlocked ? choice : locked}</Ready>;
}

function Ready({
  recording,
  children,
}: {
  readonly recording: CallRecording;
  /** What can be done while nothing is recorded. */
  readonly children: ReactNode;
}) {
  const { kind } = useObservable(recording.recorder.state);
  return (
    <div className={styles.panel}>
      <RecordingState recording={recording} />
      {kind === "off" && children}
    </div>
  );
}

function Choice({ recorder }: Pick<CallRecording, "recorder">) {
  const { say, bytes } = useWords();
  const { containers, free } = useMeans();
  const [subject, setSubject] = useState<Subject>("both");
  const [wanted, setWanted] = useState<Container | null>(null);
  const container = wanted ?? containers?.[0];
  if (containers?.length === 0) return <p>{say("recording.unsupported")}</p>;
  return (
    <>
      <WhoChoice topic="recording" subject={subject} onChoose={setSubject} />
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
    void import("../../recording/begin")
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
