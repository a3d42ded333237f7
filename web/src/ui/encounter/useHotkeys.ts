import { useEffect, useEffectEvent } from "react";

/** Single keys, unless a field is being typed in, a modifier is held or something else has taken the key. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
    const action = keys[keyOf(event)];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/**
 * The key as the page names it: a small Latin letter, or a name such as `Escape`. Where the layout writes another script,
 * the letter is the one that is printed on the same key beside it: an Arabic ة is on the M.
 */
export function keyOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (key.length !== 1) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (/\P{ASCII}/u.test(key) && letter !== undefined ? letter : key).toLowerCase();
}

/** Fields take every key, and so do menus: a letter goes to the entry that begins with it. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, [contenteditable], [role=menu]") !== null
  );
}
