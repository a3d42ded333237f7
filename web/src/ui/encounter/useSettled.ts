import { useEffect, useState } from "react";

/**
 * A value that has stayed for a while, so that what comes and goes at once is not shown at all.
 *
 * @param comes how long something must have been there, in milliseconds
 * @param goes  how long it stays after it has gone or become something else, in milliseconds
 */
export function useSettled<T>(value: T | null, comes: number, goes: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), settled === null ? comes : goes);
    return () => clearTimeout(timer);
  }, [value, settled, comes, goes]);
  return settled;
}
