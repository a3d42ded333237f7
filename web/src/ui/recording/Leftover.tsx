import { useEffect, useState } from "react";
import { lookThrough } from "../../recording/lookThrough";
import { useWords } from "../../words/useWords";
import { linkTo } from "../shell/router";
import styles from "./Leftover.module.css";

/** Tells whoever comes back that a recording was cut off the last time, and leads to it. */
export function Leftover() {
  const { say } = useWords();
  const [found, setFound] = useState(false);
  useEffect(() => {
    let shown = true;
    void lookThrough().then((recordings) => {
      if (shown) setFound(recordings.some(({ kind }) => kind === "unfinished"));
    });
    return () => {
      shown = false;
    };
  }, []);
  if (!found) return null;
  return (
    <p className={styles.leftover} role="status">
      {say("recording.leftover")}{" "}
      <a className={styles.see} {...linkTo("recordings")}>
        {say("recording.leftover.see")}
      </a>
    </p>
  );
}
