import type { ReactNode } from "react";

/** Something one can do in an encounter: a control of the bar, or an entry of the menu beside it. */
export interface Action {
  /** Unlike any other's. */
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** `KeyboardEvent.key`; letters in lower case. */
  readonly hotkey?: string;
  /** For what is on or off. */
  readonly pressed?: boolean;
  /** How much waits there, and in words. */
  readonly badge?: { readonly count: number; readonly words: string };
  readonly onPress: () => void;
}

/** Every action that has a key of its own, by that key. */
export function hotkeysOf(actions: readonly Action[]): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    actions.flatMap(({ hotkey, onPress }) => (hotkey === undefined ? [] : [[hotkey, onPress]])),
  );
}

/** A key as it is written on a keyboard. */
export function keycap(hotkey: string): string {
  return hotkey === "Escape" ? "Esc" : hotkey.toUpperCase();
}

/** A key as `aria-keyshortcuts` wants it. */
export function shortcut(hotkey: string | undefined): string | undefined {
  return hotkey?.length === 1 ? hotkey.toUpperCase() : hotkey;
}
