import type { ComponentProps } from "react";
import styles from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `primary` is the one lamp-lit action of a screen; `end` ends something; `quiet` is everything else. */
  readonly look?: "primary" | "quiet" | "end";
  readonly size?: "normal" | "large";
  /** Something is on its way: the button stays where it is, says so and does nothing. */
  readonly busy?: boolean;
  /** What a press does meanwhile, where that is not nothing. */
  readonly onEarlyPress?: () => void;
}

/** A button as this page has them; at least 44 px high. */
export function Button({
  look = "quiet",
  size = "normal",
  busy = false,
  onEarlyPress,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  const classes = [styles.button, styles[look], size === "large" && styles.large, className];
  return (
    <button
      type="button"
      {...rest}
      className={classes.filter(Boolean).join(" ")}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? onEarlyPress : onClick}
    />
  );
}
