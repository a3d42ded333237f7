import type { CallState } from "../../call/state";
import type { Words } from "../../words/Words";

/** What a screen reader is told as an encounter goes on. */
export function announcement(
  state: CallState,
  limitSeconds: number,
  { say, sessionLength }: Words,
): string {
  switch (state.phase) {
    case "idle":
      return "";
    case "waiting":
      if (state.after === "called") return say("contacts.joining");
      return say(
        state.after === "failed" ? "encounter.announce.failed" : "encounter.announce.waiting",
      );
    case "connecting":
      return say("encounter.announce.connecting");
    case "live":
      if (state.warned) return say("encounter.announce.ten");
      return say(state.round === 1 ? "encounter.announce.live" : "encounter.announce.again", {
        length: sessionLength(limitSeconds),
      });
    case "asking":
      return say(
        state.answer === "yes" ? "encounter.announce.saidYes" : "encounter.announce.asking",
      );
    case "ended":
      return `${say(`ending.${state.reason}.title`)}. ${say(`ending.${state.reason}.text`)}`;
    default:
      return state satisfies never;
  }
}
