/** A device that is touched and has no keys to speak of. */
export function isTouchOnly(): boolean {
  return matchMedia("(hover: none) and (pointer: coarse)").matches;
}
