/** A list that opens under a press may swallow its end: nobody waits longer for it than this, in milliseconds. */
const LONGEST_MS = 3_000;

let pressed = false;
const waiting: (() => void)[] = [];

function begin(): void {
  pressed = true;
}

function end(): void {
  pressed = false;
  // The click of this very press comes first.
  setTimeout(() => {
    for (const resolve of waiting.splice(0)) resolve();
  });
}

/**
 * Hears presses from now on, of a finger, a mouse or the space bar.
 *
 * @returns what ends it
 */
export function watchPresses(): () => void {
  const isSpace = ({ key }: KeyboardEvent) => key === " ";
  const over = new AbortController();
  const all = { capture: true, signal: over.signal };
  addEventListener("pointerdown", begin, all);
  addEventListener("keydown", (event) => isSpace(event) && begin(), all);
  addEventListener("keyup", (event) => isSpace(event) && end(), all);
  for (const type of ["pointerup", "pointercancel", "dragend"]) addEventListener(type, end, all);
  // The window's own: what loses the focus to a button that is pressed has nothing to say here.
  addEventListener("blur", end, { signal: over.signal });
  return () => over.abort();
}

/** Resolves when nothing is pressed: a button that is replaced between press and release gets no click. */
export function released(): Promise<void> {
  if (!pressed) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, LONGEST_MS);
  });
}
