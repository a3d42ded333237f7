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
/** How much of a picture's length may be cut off to show the rest larger: faces are in the middle. */
const MOST_CUT = 0.25;

/** Rooms for so many pictures (one or two), side by side where the frame is wide, one above the other where it is tall. */
export function roomsIn(frame: Size, count: number): readonly Rectangle[] {
  if (count <= 1) return [{ x: 0, y: 0, ...frame }];
  const wide = frame.width >= frame.height;
  const length = wide ? frame.width : frame.height;
  const each = (length - GAP * (count + 1)) / count;
  return Array.from({ length: count }, (_, index) => {
    const at = GAP + index * (each + GAP);
    return wide
      ? { x: at, y: GAP, width: each, height: frame.height - 2 * GAP }
      : { x: GAP, y: at, width: frame.width - 2 * GAP, height: each };
  });
}

/** Places a picture in the middle of a room: as large as it gets without losing more than a quarter of it. */
export function placeIn(room: Rectangle, picture: Size): Placement {
  const contain = Math.min(room.width / picture.width, room.height / picture.height);
  const cover = Math.max(room.width / picture.width, room.height / picture.height);
  const scale = Math.min(cover, contain / (1 - MOST_CUT));
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
