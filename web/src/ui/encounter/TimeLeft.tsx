import { useEffect, useState } from "react";
import { clockFace, FELT_MS, remaining } from "../../call/clock";
import type { Live } from "../../call/state";
import { useWords } from "../../words/useWords";
import styles from "./TimeLeft.module.css";

/** The number comes by itself for the last half minute. */
const BY_ITSELF_MS = 30_000;

/** The time left as a number: for the last thirty seconds, while the clock stands, and whenever it is asked for. */
export function TimeLeft({ live, asked }: { readonly live: Live; readonly asked: boolean }) {
  const { say } = useWords();
  const [left, setLeft] = useState(() => remaining(live, performance.now()));
  const stands = live.clock.kind === "standing";
  useEffect(() => {
    const show = (): void => setLeft(remaining(live, performance.now()));
    show();
    const timer = setInterval(show, 200);
    return () => clearInterval(timer);
  }, [live]);
  if (!asked && !stands && left > BY_ITSELF_MS) return null;
  return (
    <div
      className={styles.time}
      role="timer"
      aria-label={say(stands ? "encounter.clockStands" : "encounter.timeLeft")}
      data-felt={left <= FELT_MS || undefined}
      data-stands={stands || undefined}
    >
      {clockFace(left)}
    </div>
  );
}
