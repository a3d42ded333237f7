import { COARSE_SIDE } from "../veil/coarse/CoarsePainter";
import { LOOK_SIDE } from "./messages";

/** Half of what one pixel of a coarse picture covers, when it is looked at: within it, that is a plane. */
const BLOCK = LOOK_SIDE / COARSE_SIDE / 2;
/** Root mean square, 0 to 255. A coarse picture stays below it, also encoded; a camera's in an ordinary room is above. */
const LEAST = 3;

/**
 * Whether a picture holds more than light and colours. What was sent coarse says nothing about what will come clear.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row
 */
export function hasDetail(pixels: Uint8ClampedArray, width: number, height: number): boolean {
  let squares = 0;
  let counted = 0;
  for (let top = 0; top + BLOCK <= height; top += BLOCK)
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      squares += roughness(pixels, width, left, top);
      counted += 1;
    }
  return counted > 0 && Math.sqrt(squares / counted) >= LEAST;
}

/** How far the green of a block is from the plane that fits it best: a gradient has none of it. Squared. */
function roughness(pixels: Uint8ClampedArray, width: number, left: number, top: number): number {
  const middle = (BLOCK - 1) / 2;
  let sum = 0;
  let along = 0;
  let down = 0;
  let square = 0;
  for (let y = 0; y < BLOCK; y++)
    for (let x = 0; x < BLOCK; x++) {
      const green = pixels[4 * ((top + y) * width + left + x) + 1] ?? 0;
      sum += green;
      square += green * green;
      along += green * (x - middle);
      down += green * (y - middle);
    }
  const count = BLOCK * BLOCK;
  // The sum of (x - middle)² over the block.
  const spread = (count * (count - 1)) / 12;
  return Math.max(0, square - (sum * sum) / count - (along * along + down * down) / spread) / count;
}
