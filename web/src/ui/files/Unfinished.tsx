import type { Files } from "../../files/Files";
import type { Transfer } from "../../files/transfer";
import { useWords } from "../../words/useWords";
import { useObservable } from "../meet/useObservable";
import styles from "./Unfinished.module.css";

/** What did not get across before the round or the encounter was over. */
export function Unfinished({ files }: { readonly files: Files }) {
  const { say } = useWords();
  const unfinished = useObservable(files.transfers).filter(isUnfinished);
  const [first] = unfinished;
  if (first === undefined) return null;
  return (
    <p className={styles.unfinished}>
      {say("files.unfinished", { count: unfinished.length, name: first.name })}
    </p>
  );
}

function isUnfinished({ state }: Transfer): boolean {
  return state.kind === "stopped" && (state.why === "time-over" || state.why === "ended");
}
