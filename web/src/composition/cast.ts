import type { Subject } from "./subject";

/** Where pictures and sound come from: each one's camera and microphone, and the screens that they share. */
export const SOURCES = ["own", "theirs", "own-screen", "their-screen"] as const;
export type Source = (typeof SOURCES)[number];

/** Whether it is the other whom it shows or lets be heard. */
export function isTheirs(source: Source): boolean {
  return source === "theirs" || source === "their-screen";
}

/** Who and what can be seen in a composition, in the order in which it stands there. */
export interface Cast {
  readonly faces: readonly Source[];
  /** These stand there only while they are shared. */
  readonly screens: readonly Source[];
}

/** Who and what stands in a composition of both, or of oneself. */
export function castOf(subject: Subject): Cast {
  return subject === "both"
    ? { faces: ["theirs", "own"], screens: ["their-screen", "own-screen"] }
    : { faces: ["own"], screens: ["own-screen"] };
}
