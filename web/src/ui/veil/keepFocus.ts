import type { SyntheticEvent } from "react";

/** A button that is gone once it was pressed leaves the focus to the encounter, and not to nobody. */
export function keepFocus(event: SyntheticEvent<HTMLElement>): void {
  const pressed = event.target instanceof Element && event.target.closest("button") !== null;
  if (pressed) event.currentTarget.closest<HTMLElement>("[data-modal]")?.focus();
}
