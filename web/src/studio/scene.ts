import { FRAME, roomsIn } from "../composition/layout";
import type { Rectangle, Size } from "../composition/layout";
import { OWN } from "./inputs";
import type { InputId, PictureInput } from "./inputs";

export const ARRANGEMENTS = ["full", "side-by-side", "picture-in-picture"] as const;

/** How two pictures share the frame. */
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** What somebody wants to be seen. */
export interface Scene {
  readonly arrangement: Arrangement;
  readonly first: InputId;
  /** Beside the first, or small upon it; null for whichever else there is, but for one's own camera. */
  readonly second: InputId | null;
}

/** Where an input is drawn. */
export interface Placed {
  readonly input: InputId;
  readonly room: Rectangle;
  /** Nothing may be cut off: it may hold letters. */
  readonly whole: boolean;
}

/** The small picture's share of the frame's width, and how far it is from the edges, in pixels. */
const SMALL = 0.28;
const MARGIN = 24;

/**
 * Where everything stands. An input that is away leaves its room to the other, but never to one's own camera where the
 * scene does not name it, and one picture alone is that one or nothing: nobody is shown unasked.
 */
export function placed(
  scene: Scene,
  inputs: readonly Pick<PictureInput, "id" | "kind" | "live">[],
): readonly Placed[] {
  const live = inputs.filter((input) => input.live);
  const first = live.find(({ id }) => id === scene.first);
  const named = scene.first === OWN || scene.second === OWN;
  const others = live.filter((input) => input !== first && (named || input.id !== OWN));
  const second =
    scene.arrangement === "full"
      ? undefined
      : (others.find(({ id }) => id === scene.second) ?? others[0]);
  const cast = [first, second].filter((input) => input !== undefined);
  const rooms = roomsFor(scene.arrangement, cast.length, FRAME);
  return cast.flatMap(({ id, kind }, index) => {
    const room = rooms[index];
    return room === undefined
      ? []
      : [{ input: id, room, whole: kind === "screen" || kind === "still" }];
  });
}

/** A scene as somebody wishes it: whoever takes another's place leaves their own to them. */
export function arranged(before: Scene, wish: Partial<Scene>): Scene {
  const next = { ...before, ...wish };
  if (next.first !== next.second) return next;
  return wish.second === undefined
    ? { ...next, second: before.first }
    : { ...next, first: before.second ?? before.first };
}

/** A scene without one of its inputs. */
export function without(scene: Scene, gone: InputId): Scene {
  return {
    ...scene,
    first: scene.first === gone ? OWN : scene.first,
    second: scene.second === gone || scene.first === gone ? null : scene.second,
  };
}

function roomsFor(arrangement: Arrangement, count: number, frame: Size): readonly Rectangle[] {
  const all = { x: 0, y: 0, ...frame };
  if (count < 2 || arrangement === "full") return [all];
  if (arrangement === "side-by-side") return roomsIn(frame, count, 0).faces;
  const width = Math.round(frame.width * SMALL);
  const height = Math.round((width * frame.height) / frame.width);
  const x = frame.width - width - MARGIN;
  return [all, { x, y: frame.height - height - MARGIN, width, height }];
}
