import type { Level } from "../../statistics/indicator";
import styles from "./Bars.module.css";

const LIT: Record<Level, number> = { good: 3, fair: 2, poor: 1, interrupted: 0 };

/** How the connection does, as a telephone shows it; what it means is said beside it. */
export function Bars({ level }: { readonly level: Level }) {
  return (
    <svg className={styles.bars} data-level={level} viewBox="0 0 20 16" aria-hidden="true">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          data-lit={bar < LIT[level] || undefined}
          x={1 + bar * 6.5}
          y={10 - bar * 4.5}
          width="4.5"
          height={5 + bar * 4.5}
          rx="1.5"
        />
      ))}
      {level === "interrupted" && <path d="M2 1 18 15" />}
    </svg>
  );
}
