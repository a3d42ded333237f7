import { useEffect, useState } from "react";

const ASLEEP_AFTER_MS = 3_000;
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * True while the person is doing something, and for three seconds after. Stays true while `held`,
 * or while a control shows keyboard focus: what is focused must be seen.
 */
export function useAwake(held: boolean): boolean {
  const [stirring, setStirring] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const doze = (): void => {
      if (document.querySelector("button:focus-visible") === null) setStirring(false);
      else timer = setTimeout(doze, ASLEEP_AFTER_MS);
    };
    const stir = (): void => {
      setStirring(true);
      clearTimeout(timer);
      timer = setTimeout(doze, ASLEEP_AFTER_MS);
    };
    stir();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, stir, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, stir);
    };
  }, []);
  return stirring || held;
}
