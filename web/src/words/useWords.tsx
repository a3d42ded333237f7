import { createElement, Fragment, type ReactElement, useSyncExternalStore } from "react";
import type { GivenRich, Id } from "./catalogue";
import { speaking } from "./speaking";
import type { Words } from "./Words";

/** The words of the chosen language; renders again when another is chosen. */
export function useWords(): Words {
  return useSyncExternalStore(speaking.subscribe, speaking.get);
}

/** A message with elements in it: `<Rich of="passes.cooling" given={{ left: <strong>5 min</strong> }} />`. */
export function Rich<I extends Id>({
  of,
  given,
}: {
  readonly of: I;
  readonly given: GivenRich<I, ReactElement>;
}): ReactElement {
  return createElement(Fragment, null, ...useWords().sayRich(of, given));
}
