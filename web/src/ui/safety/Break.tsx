import type { Cooldown } from "../../call/state";
import { useWords } from "../../words/useWords";
import { useSeconds } from "../passes/useSeconds";
import styles from "./Break.module.css";

/** Why somebody may meet nobody for a while, until when, and what can be done about it. */
export function Break({ cooldown: { until, reason } }: { readonly cooldown: Cooldown }) {
  const { say, dateTime, duration } = useWords();
  const left = Math.ceil((until - useSeconds()) / 1_000);
  if (left <= 0) {
    return (
      <p className={styles.over} role="status">
        {say("safety.cooldown.over")}
      </p>
    );
  }
  return (
    <section className={styles.break} aria-labelledby="break">
      {/* Told once: the countdown is for whoever looks at it. */}
      <div role="alert">
        <h2 id="break">{say("safety.cooldown.title", { time: dateTime(new Date(until)) })}</h2>
        <p>{say(`safety.cooldown.${reason}`)}</p>
      </div>
      <p className={styles.left}>{say("safety.cooldown.left", { length: duration(left) })}</p>
      <p className={styles.quiet}>{say("safety.cooldown.advice")}</p>
    </section>
  );
}
