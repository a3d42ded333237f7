export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** Where a tile sits at first: at the end of the lines, out of the way of the controls on an upright screen. */
export function firstCorner(upright: boolean, direction: "ltr" | "rtl"): Corner {
  return cornerAt(upright, direction === "rtl");
}

/** The corner nearest to a point of the window. */
export function nearestCorner(x: number, y: number, width: number, height: number): Corner {
  return cornerAt(y < height / 2, x < width / 2);
}

/** Where an arrow key moves a tile that sits in `corner`; the same corner when it is there already. */
export function cornerAfterKey(corner: Corner, key: string): Corner {
  const top = corner.startsWith("top");
  const left = corner.endsWith("left");
  switch (key) {
    case "ArrowUp":
      return cornerAt(true, left);
    case "ArrowDown":
      return cornerAt(false, left);
    case "ArrowLeft":
      return cornerAt(top, true);
    case "ArrowRight":
      return cornerAt(top, false);
    default:
      return corner;
  }
}

function cornerAt(top: boolean, left: boolean): Corner {
  if (top) return left ? "top-left" : "top-right";
  return left ? "bottom-left" : "bottom-right";
}
