import { useRef, useState } from "react";
import { MOST_OPEN } from "../../files/limits";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { TransferCard } from "./TransferCard";
import styles from "./FilesPanel.module.css";

/** All files of this encounter, the newest first, and the way to offer more. */
export function FilesPanel({ session: { files } }: { readonly session: Session }) {
  const { say } = useWords();
  const transfers = useObservable(files.transfers);
  const input = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState(0);
  return (
    <div className={styles.files}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        onChange={({ target }) => {
          setLeft(files.offer([...(target.files ?? [])]));
          // The same file may be chosen again.
          target.value = "";
        }}
      />
      <Button look="primary" data-first="" onClick={() => input.current?.click()}>
        {say("files.choose")}
      </Button>
      <p className={styles.how}>{say("files.how")}</p>
      {left > 0 && <p role="status">{say("files.leftOut", { count: left, most: MOST_OPEN })}</p>}
      {transfers.length === 0 ? (
        <p className={styles.how}>{say("files.empty")}</p>
      ) : (
        <ul className={styles.list} role="list">
          {transfers.toReversed().map((transfer) => (
            <li key={transfer.direction + transfer.id} className={styles.entry}>
              <TransferCard files={files} transfer={transfer} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
