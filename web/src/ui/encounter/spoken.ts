import type { Theirs } from "../../call/Meeting";
import type { DeviceNews } from "../../media/LocalMedia";
import type { ScreenState } from "../../media/ScreenShare";
import type { Level } from "../../statistics/indicator";

/** What a screen reader is told of, besides the course of the encounter and how the connection does. */
export interface Scene {
  readonly mine: ScreenState;
  readonly theirs: Theirs["media"];
  readonly news: DeviceNews | null;
}

export type Spoken =
  | { readonly of: "mine" | "mineEnded" | "theirs" | "theirsEnded" }
  | { readonly of: "resting" }
  | { readonly of: "news"; readonly news: DeviceNews };

/** What is to be said when one scene becomes another; the most surprising first, and null for nothing. */
export function spokenOf(before: Scene, after: Scene): Spoken | null {
  if (before.mine.kind !== "on" && after.mine.kind === "on") return { of: "mine" };
  if (before.mine.kind === "on" && after.mine.kind !== "on") return { of: "mineEnded" };
  if (before.theirs.screen !== after.theirs.screen)
    return { of: after.theirs.screen ? "theirs" : "theirsEnded" };
  if (after.news !== null && after.news !== before.news) return { of: "news", news: after.news };
  if (!before.theirs.resting && after.theirs.resting) return { of: "resting" };
  return null;
}

/** How the connection is said to do when it has become so, and null for nothing. */
export function spokenLevel(
  before: Level | null,
  after: Level | null,
): Exclude<Level, "interrupted"> | null {
  // That it is good from the start goes without saying; that it is interrupted is said by the page's own notice.
  if (before === null || after === null || before === after || after === "interrupted") return null;
  return after;
}
