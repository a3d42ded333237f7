export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** Which part of a picture is drawn where. */
export interface Placement {
  readonly from: Rectangle;
  readonly to: Rectangle;
}

/** The composed picture, in pixels: what every player and every platform takes. */
export const FRAME: Size = { width: 1280, height: 720 };
/** Between two pictures, and around them, in pixels. */
const GAP = 8;
/** How much of a face's picture may be cut off to show the rest larger: people are in the middle. */
export const FACE_CUT = 0.25;
/** What faces keep of the frame's longer side while a screen is shown. */
const FACES_BESIDE = 0.25;

/** Where everybody is, and every screen that is shared. */
export interface Rooms {
  readonly faces: readonly Rectangle[];
  readonly screens: readonly Rectangle[];
}

/**
 * Rooms for one or two faces: side by side, the whole frame for one alone. Screens, of which there may be two, take
 * three quarters of the frame, and the faces the rest.
 */
export function roomsIn(frame: Size, faces: number, screens: number): Rooms {
  const whole = { x: 0, y: 0, ...frame };
  if (screens === 0)
    return { faces: faces === 1 ? [whole] : split(whole, faces, "row"), screens: [] };
  const aside = Math.round(frame.width * FACES_BESIDE);
  const width = frame.width - aside;
  return {
    faces: split({ ...whole, x: width - GAP, width: aside + GAP }, faces, "column"),
    screens: split({ ...whole, width }, screens, "column"),
  };
}

/** Equal parts of a rectangle, with gaps between and around them. */
function split(
  { x, y, width, height }: Rectangle,
  count: number,
  as: "row" | "column",
): readonly Rectangle[] {
  const gaps = GAP * (count + 1);
  const [eachWidth, eachHeight] =
    as === "row"
      ? [(width - gaps) / count, height - 2 * GAP]
      : [width - 2 * GAP, (height - gaps) / count];
  return Array.from({ length: count }, (_, index) => ({
    x: x + GAP + (as === "row" ? index * (eachWidth + GAP) : 0),
    y: y + GAP + (as === "column" ? index * (eachHeight + GAP) : 0),
    width: eachWidth,
    height: eachHeight,
  }));
}

/**
 * Places a picture in the middle of a room, as large as it gets without losing more than this part of it.
 *
 * @param mostCut 0 to 1; with 0 all of it is seen
 */
export function placeIn(room: Rectangle, picture: Size, mostCut: number): Placement {
  const contain = Math.min(room.width / picture.width, room.height / picture.height);
  const cover = Math.max(room.width / picture.width, room.height / picture.height);
  const scale = Math.min(cover, contain / (1 - mostCut));
  const width = Math.min(room.width, picture.width * scale);
  const height = Math.min(room.height, picture.height * scale);
  const from = { width: width / scale, height: height / scale };
  return {
    from: {
      x: (picture.width - from.width) / 2,
      y: (picture.height - from.height) / 2,
      ...from,
    },
    to: {
      x: room.x + (room.width - width) / 2,
      y: room.y + (room.height - height) / 2,
      width,
      height,
    },
  };
}
