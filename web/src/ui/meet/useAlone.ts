import { useEffect } from "react";
import type { RefObject } from "react";

/** While `alone`, nothing of the page outside of the element can be reached, by Tab or by a screen reader. */
export function useAlone(ref: RefObject<HTMLElement | null>, alone: boolean): void {
  useEffect(() => {
    if (!alone) return;
    const silenced: HTMLElement[] = [];
    for (let at = ref.current; at !== null && at !== document.body; at = at.parentElement) {
      for (const sibling of at.parentElement?.children ?? []) {
        if (sibling === at || !(sibling instanceof HTMLElement) || sibling.inert) continue;
        sibling.toggleAttribute("inert", true);
        silenced.push(sibling);
      }
    }
    return () => {
      for (const element of silenced) element.toggleAttribute("inert", false);
    };
  }, [ref, alone]);
}
