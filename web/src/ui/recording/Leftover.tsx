import { useEffect, useState } from "react";
import { useWords } from "../../words/useWords";
import { linkTo } from "../shell/router";
import styles from "./Leftover.module.css";

/** Tells whoever comes back that a recording was cut off the last time, and leads to it. */
export function Leftover({
  soon,
}: {
  /** Everything that the screen itself needs is there. */
  readonly soon: boolean;
}) {
  const { say } = useWords();
  const [found, setFound] = useState(false);
  useEffect(() => {
    if (!soon) return;
    // What others on the screen ask for in this moment goes first.
    const timer = setTimeout(() => {
      void isAnyCutOff().then(setFound);
    });
    return () => clearTimeout(timer);
  }, [soon]);
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

async function isAnyCutOff(): Promise<boolean> {
  try {
    const { lookThrough } = await import("../../recording/lookThrough");
    return (await lookThrough()).some(({ kind }) => kind === "unfinished");
  } catch {
    return false; // The list itself says so, when somebody opens it.
  }
}
