import { useEffect, useId, useState } from "react";
import type { ReactNode, SyntheticEvent } from "react";
import type { Subject } from "../../composition/subject";
import type { CallStreaming } from "../../streaming/CallStreaming";
import { ingestOf, PRESETS } from "../../streaming/ingest";
import type { IngestProblem, Preset } from "../../streaming/ingest";
import { readOffer } from "../../streaming/offer";
import { useWords } from "../../words/useWords";
import panel from "../consent/ConsentPanel.module.css";
import { WhoChoice } from "../consent/WhoChoice";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Locked } from "../passes/Locked";
import styles from "./StreamingPanel.module.css";
import { StreamingState } from "./StreamingState";

/** Where to stream, and who is in it; for whoever has no pass for it, which passes there are. */
export function StreamingPanel({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const unlocked = useObservable(session.unlocked.to("streaming"));
  const streaming = useObservable(session.streaming);
  const { phase } = useObservable(session.meeting.state);
  const locked = <Locked feature="streaming" text={say("streaming.locked")} />;
  const opening = <p role="status">{say("streaming.opening")}</p>;
  if (streaming === null) return unlocked ? opening : locked;
  // Before both see each other there is nothing to begin with.
  const choice = phase === "live" ? <Choice streamer={streaming.streamer} /> : opening;
  return <Ready streaming={streaming}>{unlocked ? choice : locked}</Ready>;
}

function Ready({
  streaming,
  children,
}: {
  readonly streaming: CallStreaming;
  /** What can be done while nothing is streamed. */
  readonly children: ReactNode;
}) {
  const { kind } = useObservable(streaming.streamer.state);
  return (
    <div className={panel.panel}>
      <StreamingState streaming={streaming} />
      {kind === "off" && children}
    </div>
  );
}

/** What is typed here is kept nowhere: not in the page once the stream has begun, not in the browser. */
function Choice({ streamer }: Pick<CallStreaming, "streamer">) {
  const { say } = useWords();
  const presets = usePresets();
  const [wanted, setWanted] = useState<Preset | null>(null);
  const [address, setAddress] = useState("");
  const [key, setKey] = useState("");
  const [subject, setSubject] = useState<Subject>("both");
  const [problem, setProblem] = useState<IngestProblem | null>(null);
  const id = useId();
  const preset = wanted ?? presets?.[0];
  const begin = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (preset === undefined) return;
    const ingest = ingestOf(preset, address, key);
    if (typeof ingest === "string") setProblem(ingest);
    else streamer.stream(ingest, subject);
  };
  const edit =
    (set: (text: string) => void) =>
    (event: React.ChangeEvent<HTMLInputElement>): void => {
      setProblem(null);
      set(event.target.value);
    };
  if (presets === null || preset === undefined)
    return <p role="status">{say("streaming.opening")}</p>;
  return (
    <form className={styles.form} onSubmit={begin} autoComplete="off" noValidate>
      <div className={styles.field}>
        <label htmlFor={`${id}-where`}>{say("streaming.where")}</label>
        <select
          id={`${id}-where`}
          value={preset}
          onChange={({ target }) => {
            setProblem(null);
            setWanted(PRESETS.find((each) => each === target.value) ?? null);
          }}
        >
          {presets.map((each) => (
            <option key={each} value={each}>
              {say(`streaming.where.${each}`)}
            </option>
          ))}
        </select>
        {!presets.includes("rtmp") && <p className={panel.hint}>{say("streaming.noRtmp")}</p>}
      </div>
      {(preset === "rtmp" || preset === "whip") && (
        <div className={styles.field}>
          <label htmlFor={`${id}-address`}>{say("streaming.address")}</label>
          <input
            id={`${id}-address`}
            type="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            placeholder={say(`streaming.address.${preset}`)}
            value={address}
            aria-invalid={problem === "address" || problem === "whip-address"}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={edit(setAddress)}
          />
        </div>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-key`}>
          {say(preset === "whip" ? "streaming.token" : "streaming.key")}
        </label>
        <input
          id={`${id}-key`}
          type="password"
          dir="ltr"
          autoComplete="off"
          value={key}
          aria-invalid={problem === "key"}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem`}
          onChange={edit(setKey)}
        />
        <p id={`${id}-hint`} className={panel.hint}>
          {say("streaming.key.hint")}
        </p>
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.complaint} role="alert">
          {say(`streaming.problem.${problem}`)}
        </p>
      )}
      <WhoChoice topic="streaming" subject={subject} onChoose={setSubject} />
      <Button type="submit" look="primary">
        {say(subject === "both" ? "streaming.ask" : "streaming.start")}
      </Button>
    </form>
  );
}

/** Where one can stream to from here; null until that is known. */
function usePresets(): readonly Preset[] | null {
  const [presets, setPresets] = useState<readonly Preset[] | null>(null);
  useEffect(() => {
    let shown = true;
    void readOffer().then(({ rtmp }) => {
      if (shown) setPresets(rtmp ? PRESETS : ["whip"]);
    });
    return () => {
      shown = false;
    };
  }, []);
  return presets;
}
