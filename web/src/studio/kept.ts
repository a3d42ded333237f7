import { isObject, readObject } from "../protocol/fields";
import { boundedGain, MOST_INPUTS, OWN } from "./inputs";
import type { InputId } from "./inputs";
import { ARRANGEMENTS } from "./scene";
import type { Arrangement, Scene } from "./scene";

/** A layout as this browser remembers it: devices by their ids, which mean nothing elsewhere. */
export interface KeptLayout {
  readonly arrangement: Arrangement;
  /** Which of the pictures stand first and second: 0 is this person's own, 1 the first of `cameras`, and so on. */
  readonly first: number;
  readonly second: number | null;
  readonly cameras: readonly string[];
  readonly lines: readonly { readonly device: string; readonly gain: number }[];
  /** How loud this person's own voice is. */
  readonly voice: number;
  /** What is behind this person is blurred. */
  readonly blurred: boolean;
}

const KEY = "passerby.studio";

/** What an earlier visit left; null where that is nothing, or nothing that could be used. */
export function recallLayout(): KeptLayout | null {
  try {
    return readLayout(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** A browser that keeps nothing simply forgets. */
export function keepLayout(layout: KeptLayout): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(layout));
  } catch {
    // Private windows and full disks: the layout still holds for this visit.
  }
}

interface Open extends Pick<KeptLayout, "voice" | "blurred"> {
  readonly scene: Scene;
  readonly pictures: readonly {
    readonly source: { readonly id: InputId; readonly device: string | null };
  }[];
  readonly sounds: readonly {
    readonly source: { readonly device: string | null };
    readonly gain: number;
  }[];
}

/** What is worth remembering of what is open; null for nothing. Screens and files are chosen anew each time. */
export function layoutOf({ scene, pictures, sounds, voice, blurred }: Open): KeptLayout | null {
  const cameras = pictures.flatMap(({ source: { id, device } }) =>
    device === null ? [] : [{ id, device }],
  );
  const lines = sounds.flatMap(({ source: { device }, gain }) =>
    device === null ? [] : [{ device, gain }],
  );
  if (cameras.length + lines.length === 0 && !blurred) return null;
  const indexOf = (input: InputId | null): number | null => {
    if (input === OWN) return 0;
    const index = cameras.findIndex(({ id }) => id === input);
    return index < 0 ? null : index + 1;
  };
  return {
    arrangement: scene.arrangement,
    first: indexOf(scene.first) ?? 0,
    second: indexOf(scene.second),
    cameras: cameras.map(({ device }) => device),
    lines,
    voice,
    blurred,
  };
}

export function readLayout(stored: string | null): KeptLayout | null {
  if (stored === null) return null;
  const json = readObject(stored);
  if (json === null) return null;
  const arrangement = ARRANGEMENTS.find((each) => each === json["arrangement"]);
  const cameras = listOf(json["cameras"]).filter((each) => typeof each === "string");
  const lines = listOf(json["lines"]).flatMap((each) =>
    isObject(each) && typeof each["device"] === "string"
      ? [{ device: each["device"], gain: boundedGain(Number(each["gain"])) }]
      : [],
  );
  const blurred = json["blurred"] === true;
  if (arrangement === undefined) return null;
  if (cameras.length + lines.length === 0 && !blurred) return null;
  return {
    arrangement,
    first: indexIn(json["first"], cameras.length) ?? 0,
    second: indexIn(json["second"], cameras.length),
    cameras,
    lines,
    voice: boundedGain(Number(json["voice"] ?? 1)),
    blurred,
  };
}

function listOf(from: unknown): readonly unknown[] {
  return Array.isArray(from) ? from.slice(0, MOST_INPUTS) : [];
}

function indexIn(from: unknown, cameras: number): number | null {
  return typeof from === "number" && Number.isInteger(from) && from >= 0 && from <= cameras
    ? from
    : null;
}
