import { useCallback, useMemo, useRef, useState } from "react";
import type { PanelName } from "./panels";

/** Which panel is open, if any. */
export interface PanelState {
  readonly shown: PanelName | null;
  /** Opens it, in place of another, or closes it. */
  readonly toggle: (name: PanelName) => void;
  /** Closes what is open and gives the focus back to what opened it. */
  readonly close: () => void;
}

export function usePanel(): PanelState {
  const [shown, setShown] = useState<PanelName | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const close = useCallback(() => {
    setShown(null);
    opener.current?.focus();
    opener.current = null;
  }, []);
  const toggle = useCallback(
    (name: PanelName) => {
      if (shown === name) {
        close();
        return;
      }
      // Opened in place of another, it gives the focus back to what opened that one.
      opener.current ??= focused();
      setShown(name);
    },
    [shown, close],
  );
  return useMemo(() => ({ shown, toggle, close }), [shown, toggle, close]);
}

/** What has the focus; of a menu, which will be gone, the button that it belongs to. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  const button = activeElement?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const element = button == null ? activeElement : document.getElementById(button);
  return element instanceof HTMLElement ? element : null;
}
