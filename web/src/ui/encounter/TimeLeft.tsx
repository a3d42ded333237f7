import { useEffect, useState } from "react";
import { clockFace, FELT_MS, remaining } from "../../call/clock";
import type { Live } from "../../call/state";
import { useWords } from "../../words/useWords";
import styles from "./TimeLeft.module.css";

/** The number comes by itself for the last half minute. */
const BY_ITSELF_MS = 30_000;

/** The time left as a number: for the last thirty seconds, and whenever it is asked for. */
export function TimeLeft({ live, asked }: { readonly live: Live; readonly asked: boolean }) {
  const { say } = useWords();
  const [left, setLeft] = useState(() => remaining(live, performance.now()));
  useEffect(() => {
    const timer = setInterval(() => setLeft(remaining(live, performance.now())), 200);
    return () => clearInterval(timer);
  }, [live]);
  if (!asked && left > BY_ITSELF_MS) return null;
  return (
    <div
      className={styles.time}
      role="timer"
      aria-label={say("encounter.timeLeft")}
      data-felt={left <= FELT_MS || undefined}
    >
      {clockFace(left)}
    </div>
  );
}
