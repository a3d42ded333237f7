import { useEffect } from "react";

/** Single keys, unless a field is being typed in, a modifier is held or something else has taken the key. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action === undefined) return;
      // An open sheet takes Escape for itself.
      if (event.key === "Escape" && document.querySelector(":popover-open") !== null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [keys]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, [contenteditable]") !== null
  );
}
