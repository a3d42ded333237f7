import { useEffect, useRef, useState } from "react";
import type { Recording } from "../../recording/lookThrough";
import type { Recordings } from "../../recording/Recordings";
import { canChoosePlace, download, saveTo } from "../../recording/saving";
import type { PlainId } from "../../words/catalogue";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import styles from "./RecordingCard.module.css";

interface CardProps<R extends Recording = Recording> {
  readonly recording: R;
  readonly kept: Recordings;
}

/** One recording: a moment of it, when and how long, and what can be done with it. */
export function RecordingCard({ recording, kept }: CardProps) {
  const { say, dateTime } = useWords();
  const date = dateTime(new Date(recording.startedAt));
  const title = `title-${recording.id}`;
  return (
    <li className={styles.card} aria-labelledby={title}>
      <Poster picture={recording.kind === "busy" ? null : recording.thumbnail} />
      <h2 id={title} className={styles.title}>
        {date}
      </h2>
      <p>{say(`recording.item.${recording.subject}`)}</p>
      <Rest recording={recording} kept={kept} />
    </li>
  );
}

function Rest({ recording, kept }: CardProps) {
  const { say } = useWords();
  switch (recording.kind) {
    case "whole":
      return <Whole recording={recording} kept={kept} />;
    case "unfinished":
      return <Unfinished recording={recording} kept={kept} />;
    case "busy":
      return <p>{say("recording.busy")}</p>;
    default:
      return recording satisfies never;
  }
}

function Whole({ recording, kept }: CardProps<Extract<Recording, { kind: "whole" }>>) {
  const { say, duration, bytes, dateTime } = useWords();
  const [said, setSaid] = useState<PlainId | null>(null);
  const date = dateTime(new Date(recording.startedAt));
  const length = duration(Math.max(1, Math.round(recording.length / 1000)));
  const take = async (): Promise<void> => {
    const file = await kept.file(recording);
    if (file !== null) download(recording, file);
  };
  const place = async (): Promise<void> => {
    const file = await kept.file(recording);
    if (file === null) return;
    const outcome = await saveTo(recording, file);
    if (outcome === "unchosen") return;
    setSaid(outcome === "saved" ? "recording.saved.chosen" : "recording.saved.impossible");
  };
  return (
    <>
      <p className={styles.quiet}>
        {say("recording.item.length", { length, size: bytes(recording.bytes) })}
      </p>
      <div className={styles.ways}>
        <Button aria-label={say("recording.download.named", { date })} onClick={() => void take()}>
          {say("recording.download")}
        </Button>
        {canChoosePlace() && (
          <Button aria-label={say("recording.saveTo.named", { date })} onClick={() => void place()}>
            {say("recording.saveTo")}
          </Button>
        )}
        <Remove recording={recording} kept={kept} />
      </div>
      <p role="status">{said !== null && say(said)}</p>
    </>
  );
}

const UNFINISHED = {
  left: "recording.unfinished",
  recovering: "recording.recovering",
  nothing: "recording.nothingIn",
} as const;

function Unfinished({ recording, kept }: CardProps<Extract<Recording, { kind: "unfinished" }>>) {
  const { say, dateTime, bytes } = useWords();
  const [state, setState] = useState<"left" | "recovering" | "nothing" | "waits">("left");
  const date = dateTime(new Date(recording.startedAt));
  const recover = async (): Promise<void> => {
    setState("recovering");
    const outcome = await kept.recover(recording);
    if (outcome !== "recovered") setState(outcome);
  };
  return (
    <>
      <p role="status">
        {state === "waits"
          ? say("recording.recover.waits", { size: bytes(recording.bytes) })
          : say(UNFINISHED[state])}
      </p>
      <div className={styles.ways}>
        {state !== "nothing" && (
          <Button
            look="primary"
            busy={state === "recovering"}
            aria-label={say("recording.recover.named", { date })}
            onClick={() => void recover()}
          >
            {say("recording.recover")}
          </Button>
        )}
        <Remove recording={recording} kept={kept} />
      </div>
    </>
  );
}

function Remove({ recording, kept }: CardProps) {
  const { say, dateTime } = useWords();
  const [sure, setSure] = useState(false);
  const date = dateTime(new Date(recording.startedAt));
  if (!sure)
    return (
      <Button aria-label={say("recording.remove.named", { date })} onClick={() => setSure(true)}>
        {say("recording.remove")}
      </Button>
    );
  return (
    <div className={styles.ways} role="group" aria-label={say("recording.remove.sure")}>
      <span>{say("recording.remove.sure")}</span>
      <Button look="end" autoFocus onClick={() => void kept.remove(recording)}>
        {say("recording.remove.yes")}
      </Button>
      <Button onClick={() => setSure(false)}>{say("recording.remove.no")}</Button>
    </div>
  );
}

function Poster({ picture }: { readonly picture: Blob | null }) {
  const { say } = useWords();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (image.current === null || picture === null) return;
    const address = URL.createObjectURL(picture);
    image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  if (picture === null) return <div className={styles.poster} />;
  return <img ref={image} className={styles.poster} alt={say("recording.item.poster")} />;
}
