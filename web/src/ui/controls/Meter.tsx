import { useEffect, useRef } from "react";
import styles from "./Meter.module.css";

/**
 * A bar that moves with a sound; its value is told to assistive technology four times a second at most.
 *
 * @param read how loud it is at this moment, from 0 to 1
 */
export function Meter({
  label,
  read,
}: {
  readonly label: string;
  readonly read: (() => number) | null;
}) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (read === null) return;
    let frame = 0;
    let shown = 0;
    let toldAt = 0;
    const draw = (now: number): void => {
      // Up at once, down slowly: how a needle moves.
      shown = Math.max(read(), shown * 0.92);
      bar.current?.style.setProperty("--level", shown.toFixed(3));
      if (now - toldAt > 250) {
        toldAt = now;
        bar.current?.setAttribute("aria-valuenow", String(Math.round(shown * 100)));
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [read]);
  return (
    <div
      ref={bar}
      className={styles.level}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}
