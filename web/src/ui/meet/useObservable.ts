import { useSyncExternalStore } from "react";
import type { Observable } from "../../signaling/observable";

/** Renders with the present value of something that lives outside of React, and again whenever it changes. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
