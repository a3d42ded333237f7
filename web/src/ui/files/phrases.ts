import type { Direction, Obstacle, Transfer, TransferState } from "../../files/transfer";
import type { PlainId } from "../../words/catalogue";
import type { Words } from "../../words/Words";

/** How far a transfer is, in words. */
export function statusOf({ direction, size, state }: Transfer, words: Words): string {
  const { say, bytes } = words;
  switch (state.kind) {
    case "offered":
      if (state.obstacle !== null) return obstacleOf(state.obstacle, size, words);
      return say(direction === "sending" ? "files.offered.mine" : "files.offered.theirs");
    case "preparing":
      return say("files.preparing");
    case "queued":
      return say("files.queued");
    case "moving":
      if (state.stalled) return say("files.stalled");
      return [
        say("files.progress", { done: bytes(state.bytes), size: bytes(size) }),
        ...pace(state, words),
      ].join(" · ");
    case "checking":
      return say("files.checking");
    case "done":
      if (state.kept === null) return say("files.sent");
      return say(state.kept.where === "chosen" ? "files.saved" : "files.downloaded");
    case "stopped":
      return say(reasonOf(state, direction));
    default:
      return state satisfies never;
  }
}

type Moving = Extract<TransferState, { kind: "moving" }>;

function pace({ speed, secondsLeft }: Moving, { say, bytesPerSecond, duration }: Words): string[] {
  return [
    ...(speed === null ? [] : [bytesPerSecond(speed)]),
    ...(secondsLeft === null
      ? []
      : [say("files.timeLeft", { length: duration(calm(secondsLeft)) })]),
  ];
}

/** A number of seconds that does not change with every look. */
function calm(seconds: number): number {
  const step = seconds > 3_600 ? 60 : seconds > 60 ? 10 : 1;
  return Math.ceil(seconds / step) * step;
}

function obstacleOf({ why, free }: Obstacle, size: number, { say, bytes }: Words): string {
  if (why === "disk") return say("files.obstacle.disk");
  return free === null
    ? say("files.obstacle.noRoom")
    : say("files.obstacle.tooLarge", { size: bytes(size), free: bytes(free) });
}

type Stopped = Extract<TransferState, { kind: "stopped" }>;

/** Why a transfer ended before its end, from this person's point of view. */
export function reasonOf({ why, by }: Stopped, direction: Direction): PlainId {
  const mine = by === "me";
  switch (why) {
    case "cancelled":
      return mine ? "files.stopped.byMe" : "files.stopped.byThem";
    case "refused":
      return mine ? "files.stopped.refusedByMe" : "files.stopped.refusedByThem";
    case "busy":
      return "files.stopped.busy";
    case "no-room":
      return direction === "receiving" ? "files.stopped.noRoomHere" : "files.stopped.noRoomThere";
    case "disk":
      return direction === "receiving" ? "files.stopped.diskHere" : "files.stopped.diskThere";
    case "unreadable":
      return direction === "sending"
        ? "files.stopped.unreadableHere"
        : "files.stopped.unreadableThere";
    case "damaged":
      return "files.stopped.damaged";
    case "time-over":
      return "files.stopped.timeOver";
    case "ended":
      return "files.stopped.ended";
    case "lost":
      return "files.stopped.lost";
    case "broken":
      return "files.stopped.broken";
    default:
      return why satisfies never;
  }
}
