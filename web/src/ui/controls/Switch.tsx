import { useId } from "react";
import { Switch as Radix } from "radix-ui";
import styles from "./Switch.module.css";

export interface SwitchProps {
  readonly label: string;
  /** What it does and costs, below the label. */
  readonly meaning: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, with a sentence on what that means. */
export function Switch({ label, meaning, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <label htmlFor={id}>{label}</label>
      <Radix.Root
        id={id}
        className={styles.track}
        checked={on}
        onCheckedChange={onChange}
        aria-describedby={`${id}-meaning`}
      >
        <Radix.Thumb className={styles.thumb} />
      </Radix.Root>
      <p id={`${id}-meaning`} className={styles.meaning}>
        {meaning}
      </p>
    </div>
  );
}
