import styles from "./Waiting.module.css";

/** Never a blank: the shape of what comes, what is waited for, and after a while how long it usually takes. */
export function Waiting({
  what,
  usually,
  shape = "lines",
  padded = false,
}: {
  /** E.g. "Reading the passes from the chain". */
  readonly what: string;
  /** E.g. "This usually takes a second." */
  readonly usually: string;
  readonly shape?: "lines" | "cards";
  /** It stands for a whole screen. */
  readonly padded?: boolean;
}) {
  return (
    <div className={styles.waiting} data-padded={padded || undefined}>
      <div className={styles.shapes} data-shape={shape} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p className={styles.text} role="status">
        {what}. <span className={styles.usually}>{usually}</span>
      </p>
    </div>
  );
}
