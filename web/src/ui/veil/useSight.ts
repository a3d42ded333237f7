import { isAsking } from "../../nudity/NudityWatch";
import { isAgreed } from "../../veil/agreement";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";

/**
 * How the other is shown here: as the light and colours that come in; softened until there was a first look at them; not
 * at all, while a question stands before them; or as they are.
 */
export type TheirSight = "veiled" | "pending" | "hidden" | "clear";

/** How the other is to be shown now. */
export function useSight({ veil, nudity }: Session): TheirSight {
  const { agreement, theirsHeld } = useObservable(veil.state);
  const guard = useObservable(nudity.theirs);
  if (!isAgreed(agreement) || theirsHeld) return "veiled";
  if (isAsking(guard)) return "hidden";
  return guard === "pending" ? "pending" : "clear";
}
