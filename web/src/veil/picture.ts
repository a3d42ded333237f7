import type { Picture } from "../rtc/picture";
import { isAgreed } from "./agreement";
import type { Agreement } from "./agreement";

/** How somebody is seen: as they are, or as light and colours alone. */
export type Sight = "clear" | "coarse";

/**
 * What the look at one's own picture has found: nothing that speaks against showing it (or there is no look at all),
 * not yet anything, or what may be nudity.
 */
export type OwnCheck = "passed" | "pending" | "suspected";

/** The one decision about what the other sees of this person. */
export function sightOf(agreement: Agreement, check: OwnCheck): Sight {
  return isAgreed(agreement) && check === "passed" ? "clear" : "coarse";
}

/**
 * The track for the `camera` slot: the only place that makes a {@link Picture}. Where no coarse picture can be made, none
 * is sent.
 */
export function pictureOf(
  sight: Sight,
  tracks: { readonly clear: MediaStreamTrack | null; readonly coarse: MediaStreamTrack | null },
): Picture | null {
  return (tracks.clear === null ? null : tracks[sight]) as Picture | null;
}
