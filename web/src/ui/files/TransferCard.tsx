import type { Files } from "../../files/Files";
import { isProgram } from "../../files/name";
import type { Transfer } from "../../files/transfer";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { FileName } from "./FileName";
import { statusOf } from "./phrases";
import styles from "./TransferCard.module.css";

export interface TransferCardProps {
  readonly files: Files;
  readonly transfer: Transfer;
}

/** One file: what it is, how far it is, and what can be done about it now. */
export function TransferCard({ files, transfer }: TransferCardProps) {
  const words = useWords();
  const { name, size, state } = transfer;
  const asked = transfer.direction === "receiving" && state.kind === "offered";
  return (
    <div className={styles.card} data-file="">
      <div className={styles.title}>
        <FileName name={name} />
        <span className={styles.size}>{words.bytes(size)}</span>
      </div>
      <Bar transfer={transfer} />
      <p className={styles.status}>{statusOf(transfer, words)}</p>
      {asked && (
        <p className={styles.caution}>
          {words.say(isProgram(name) ? "files.program" : "files.caution")}
        </p>
      )}
      <Buttons files={files} transfer={transfer} />
    </div>
  );
}

function Bar({ transfer: { name, size, state } }: { readonly transfer: Transfer }) {
  if (state.kind !== "moving" && state.kind !== "checking") return null;
  const done = state.kind === "checking" || size === 0 ? 1 : state.bytes / size;
  return (
    <progress className={styles.bar} aria-label={name} max={100} value={Math.floor(done * 100)} />
  );
}

function Buttons({ files, transfer: { direction, id, name, state } }: TransferCardProps) {
  const { say } = useWords();
  switch (state.kind) {
    case "offered":
      if (direction === "sending") break;
      return (
        <div className={styles.buttons}>
          <Button
            look="primary"
            aria-label={say("files.accept.named", { name })}
            onClick={() => files.accept(id)}
          >
            {say("files.accept")}
          </Button>
          <Button aria-label={say("files.refuse.named", { name })} onClick={() => files.refuse(id)}>
            {say("files.refuse")}
          </Button>
        </div>
      );
    case "done": {
      const { kept } = state;
      if (kept?.where !== "browser") return null;
      return (
        <div className={styles.buttons}>
          <Button
            aria-label={say("files.saveAgain.named", { name })}
            onClick={() => void kept.save()}
          >
            {say("files.saveAgain")}
          </Button>
        </div>
      );
    }
    case "stopped":
      return null;
    case "preparing":
    case "queued":
    case "moving":
    case "checking":
      break;
    default:
      return state satisfies never;
  }
  return (
    <div className={styles.buttons}>
      <Button
        aria-label={say("files.stop.named", { name })}
        onClick={() => files.cancel(direction, id)}
      >
        {say("files.stop")}
      </Button>
    </div>
  );
}
