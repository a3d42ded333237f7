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

/** Hears presses from now on, of a finger, a mouse or the space bar. */
export function watchPresses(): void {
  const isSpace = ({ key }: KeyboardEvent) => key === " ";
  addEventListener("pointerdown", begin, { capture: true });
  addEventListener("keydown", (event) => isSpace(event) && begin(), { capture: true });
  addEventListener("keyup", (event) => isSpace(event) && end(), { capture: true });
  for (const type of ["pointerup", "pointercancel", "dragend"])
    addEventListener(type, end, { capture: true });
  // The window's own: what loses the focus to a button that is pressed has nothing to say here.
  addEventListener("blur", end);
}

/** Resolves when nothing is pressed: a button that is replaced between press and release gets no click. */
export function released(): Promise<void> {
  if (!pressed) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, LONGEST_MS);
  });
}
