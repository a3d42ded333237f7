import { isObject, readObject } from "../protocol/fields";
import type { Role } from "./devices";

/** What this browser remembers between visits. Nothing of it ever leaves the browser unasked. */
export interface Remembered {
  readonly devices: Readonly<Partial<Record<Role, string>>>;
  readonly interests: readonly string[];
  readonly languages: readonly string[] | null;
  readonly sounds: boolean;
  /** How loud others are played, 0 to 1. */
  readonly volume: number;
  /** Whether a held key is to speak while muted. */
  readonly pushToTalk: boolean;
  /** Whether nobody is to learn this person's IP address. */
  readonly hideAddress: boolean;
  /** Whether contacts may see that this person is there, while this browser shows the page. */
  readonly findable: boolean;
}

export const NOTHING_REMEMBERED: Remembered = {
  devices: {},
  interests: [],
  languages: null,
  sounds: true,
  volume: 1,
  pushToTalk: false,
  hideAddress: false,
  findable: true,
};

const KEY = "passerby.remembered";

/** Reads what an earlier visit (or an earlier version, or somebody's extension) left behind; trusts none of it. */
export function readRemembered(stored: string | null): Remembered {
  if (stored === null) return NOTHING_REMEMBERED;
  const json = readObject(stored);
  if (json === null) return NOTHING_REMEMBERED;
  return {
    devices: devices(json["devices"]),
    interests: texts(json["interests"]) ?? [],
    languages: texts(json["languages"]),
    sounds: json["sounds"] !== false,
    volume: share(json["volume"]) ?? NOTHING_REMEMBERED.volume,
    pushToTalk: json["pushToTalk"] === true,
    hideAddress: json["hideAddress"] === true,
    findable: json["findable"] !== false,
  };
}

export function recall(): Remembered {
  try {
    return readRemembered(localStorage.getItem(KEY));
  } catch {
    return NOTHING_REMEMBERED;
  }
}

/** Merges into what is remembered; a browser that keeps nothing simply forgets. */
export function remember(part: Partial<Remembered>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...recall(), ...part }));
  } catch {
    // Private windows and full disks: the choice still holds for this visit.
  }
}

function devices(from: unknown): Remembered["devices"] {
  if (!isObject(from)) return {};
  const roles: readonly Role[] = ["camera", "microphone", "speaker"];
  return Object.fromEntries(
    roles.flatMap((role) => {
      const id = from[role];
      return typeof id === "string" ? [[role, id]] : [];
    }),
  );
}

function texts(from: unknown): readonly string[] | null {
  if (!Array.isArray(from)) return null;
  return from.filter((item): item is string => typeof item === "string");
}

function share(from: unknown): number | null {
  return typeof from === "number" && from >= 0 && from <= 1 ? from : null;
}
