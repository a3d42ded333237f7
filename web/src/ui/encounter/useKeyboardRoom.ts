import { useEffect } from "react";

/**
 * Keeps an element that fills the window above an on-screen keyboard, which covers fixed elements on iOS and, by
 * default, in Chromium (CSSOM View, "visual viewport"): sets `--above` and `--below`, in pixels.
 */
export function useKeyboardRoom(element: HTMLElement | null): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null || element === null) return;
    const measure = (): void => {
      // Whoever has zoomed in wants to look around, not have everything made smaller.
      const zoomed = viewport.scale > 1.01;
      const above = zoomed ? 0 : viewport.offsetTop;
      const below = zoomed ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      element.style.setProperty("--above", `${Math.max(0, above)}px`);
      element.style.setProperty("--below", `${Math.max(0, below)}px`);
    };
    measure();
    viewport.addEventListener("resize", measure);
    viewport.addEventListener("scroll", measure);
    return () => {
      viewport.removeEventListener("resize", measure);
      viewport.removeEventListener("scroll", measure);
    };
  }, [element]);
}
