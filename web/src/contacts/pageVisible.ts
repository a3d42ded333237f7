import type { Observable } from "../signaling/observable";

/** Whether anything of the page is on a screen. */
export const pageVisible: Observable<boolean> = {
  get: () => document.visibilityState === "visible",
  subscribe: (listener) => {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
};
