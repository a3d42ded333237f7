import { isAgreed } from "./agreement";
import type { Agreement } from "./agreement";

/** How far two people are on the way to seeing each other. */
export type Step = "veiled" | "waiting" | "asked" | "clear";

/** The step as this person meets it: nobody has said anything, they wait for the other, the other waits, or it is done. */
export function stepOf(agreement: Agreement): Step {
  if (isAgreed(agreement)) return "clear";
  // Both want it and a confirmation is on its way: nothing new to be told for a moment.
  if (agreement.mine) return "waiting";
  return agreement.theirs ? "asked" : "veiled";
}
