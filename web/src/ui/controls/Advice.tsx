import { useEffect, useRef } from "react";
import type { Advice as Advised } from "../../wallet/advice";
import { Button } from "./Button";
import styles from "./Advice.module.css";

export interface AdviceProps {
  readonly advice: Advised;
  readonly onPress: () => void;
  readonly busy?: boolean;
}

/** What happened, what to do, one button; it takes the focus so that nobody has to look for it. */
export function Advice({ advice, onPress, busy = false }: AdviceProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [advice.title]);
  return (
    <div className={styles.advice} data-tone={advice.tone} role="alert">
      <div>
        <p className={styles.title}>{advice.title}</p>
        <p className={styles.text}>{advice.text}</p>
      </div>
      <Button ref={button} look="primary" onClick={onPress} busy={busy}>
        {advice.button}
      </Button>
    </div>
  );
}
