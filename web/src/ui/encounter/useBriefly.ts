import { useEffect, useState } from "react";

/** A value for some time after it has come, and null afterwards; what was there at the start is no news. */
export function useBriefly<T>(value: T | null, millis: number): T | null {
  const [old, setOld] = useState(value);
  useEffect(() => {
    if (value === old) return;
    // What is gone may come again at once, and is news then.
    const timer = setTimeout(() => setOld(value), value === null ? 0 : millis);
    return () => clearTimeout(timer);
  }, [value, old, millis]);
  return value === old ? null : value;
}
