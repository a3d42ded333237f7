import type { Verdict } from "../../statistics/indicator";
import type { Words } from "../../words/Words";

/** How one direction does, in a sentence that names the reason. */
export function verdictSaying(
  direction: "received" | "sent",
  { reason }: Verdict,
  say: Words["say"],
): string {
  return say(`quality.${direction}.${reason ?? "good"}`);
}
