import { useEffect } from "react";
import type { PushToTalk } from "../../media/PushToTalk";
import { takesKeys } from "./useHotkeys";

/**
 * The space bar, held, speaks; unless a field is being typed in, or a control that was reached with the keyboard
 * waits for the same key.
 */
export function usePushToTalk(pushToTalk: PushToTalk): void {
  useEffect(() => {
    let walking = false;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== "Space") {
        walking = event.key === "Tab" || event.key.startsWith("Arrow") || walking;
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const pressable =
        event.target instanceof Element && event.target.closest("button, a, summary");
      if (walking && pressable !== null && !pushToTalk.talking.get()) return;
      if (pushToTalk.press()) event.preventDefault();
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      // Or the button that was pressed last with the mouse would be pressed again.
      if (event.code === "Space" && pushToTalk.release()) event.preventDefault();
    };
    const onPointer = (): void => {
      walking = false;
    };
    const release = (): void => void pushToTalk.release();
    window.addEventListener("keydown", onKeyDown, true);
    window.addEventListener("keyup", onKeyUp, true);
    window.addEventListener("pointerdown", onPointer, true);
    // Whoever goes to another window lets go of the key there.
    window.addEventListener("blur", release);
    return () => {
      window.removeEventListener("keydown", onKeyDown, true);
      window.removeEventListener("keyup", onKeyUp, true);
      window.removeEventListener("pointerdown", onPointer, true);
      window.removeEventListener("blur", release);
      release();
    };
  }, [pushToTalk]);
}
