/**
 * An SVG path along the edge of a rounded rectangle, beginning at the middle of its top and running clockwise,
 * so that what is left of a burning line always ends where a clock begins.
 *
 * @param inset distance of the line's middle from the outer edge, in pixels
 */
export function ringPath(width: number, height: number, inset: number, radius: number): string {
  const right = width - inset;
  const bottom = height - inset;
  const r = Math.max(0, Math.min(radius, (width - 2 * inset) / 2, (height - 2 * inset) / 2));
  const arc = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${x} ${y}`;
  return [
    `M${width / 2} ${inset}`,
    `H${right - r}`,
    arc(right, inset + r),
    `V${bottom - r}`,
    arc(right - r, bottom),
    `H${inset + r}`,
    arc(inset, bottom - r),
    `V${inset + r}`,
    arc(inset + r, inset),
    "Z",
  ].join("");
}
