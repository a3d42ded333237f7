import { useEffect, useRef, useState } from "react";
import { FELT_MS, fractionLeft, remaining } from "../../call/clock";
import type { Live } from "../../call/state";
import { ringPath } from "./ringPath";
import styles from "./Ring.module.css";

const STEP_MS = 80;
const STILL_STEP_MS = 5_000;
const INSET = 5;
const RADIUS = 22;

/** Five minutes as a line of light around the other's picture that burns down; null while there is nothing to burn. */
export function Ring({ live }: { readonly live: Live | null }) {
  const svg = useRef<SVGSVGElement>(null);
  const line = useRef<SVGPathElement>(null);
  const [path, setPath] = useState("");
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setPath(ringPath(element.clientWidth, element.clientHeight, INSET, RADIUS));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (live === null) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const draw = (): void => {
      const now = performance.now();
      const left = remaining(live, now);
      // A line of no length would still show its round ends.
      line.current?.style.setProperty("stroke-dasharray", `${fractionLeft(live, now)} 2`);
      line.current?.toggleAttribute("data-felt", left <= FELT_MS);
      line.current?.toggleAttribute("data-out", left <= 0);
      line.current?.toggleAttribute("data-stands", live.clock.kind === "standing");
    };
    draw();
    const timer = setInterval(draw, still ? STILL_STEP_MS : STEP_MS);
    return () => clearInterval(timer);
  }, [live]);
  return (
    <svg ref={svg} className={styles.ring} aria-hidden="true" data-lit={live !== null || undefined}>
      <path d={path} className={styles.track} />
      <path ref={line} d={path} className={styles.line} pathLength={1} />
    </svg>
  );
}
