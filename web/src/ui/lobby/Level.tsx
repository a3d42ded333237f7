import { useEffect, useRef } from "react";
import { LevelMeter } from "../../media/LevelMeter";
import { useWords } from "../../words/useWords";
import styles from "./Level.module.css";

/** A bar that moves with one's own voice; its value is told to assistive technology four times a second at most. */
export function Level({ track }: { readonly track: MediaStreamTrack | null }) {
  const { say } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (track === null) return;
    const meter = new LevelMeter();
    meter.listen(track);
    let frame = 0;
    let shown = 0;
    let toldAt = 0;
    const draw = (now: number): void => {
      // Up at once, down slowly: how a needle moves.
      shown = Math.max(meter.read(), shown * 0.92);
      bar.current?.style.setProperty("--level", shown.toFixed(3));
      if (now - toldAt > 250) {
        toldAt = now;
        bar.current?.setAttribute("aria-valuenow", String(Math.round(shown * 100)));
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      meter.close();
    };
  }, [track]);
  return (
    <div
      ref={bar}
      className={styles.level}
      role="meter"
      aria-label={say("media.level")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}
