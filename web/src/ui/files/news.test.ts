import { describe, expect, it } from "vitest";
import type { Direction, Transfer, TransferState } from "../../files/transfer";
import { newsOf } from "./news";

const transfer = (direction: Direction, state: TransferState, id = "a"): Transfer => ({
  direction,
  id,
  name: "x.txt",
  size: 10,
  state,
});

const OFFERED: TransferState = { kind: "offered", obstacle: null };
const QUEUED: TransferState = { kind: "queued" };
const MOVING: TransferState = {
  kind: "moving",
  bytes: 1,
  speed: null,
  secondsLeft: null,
  stalled: false,
};

describe("what is heard of files", () => {
  it.each<[string, Direction, TransferState | null, TransferState, string[]]>([
    ["an offer of theirs", "receiving", null, OFFERED, ["offered"]],
    ["not one's own offer", "sending", null, OFFERED, []],
    ["not that a place was not chosen after all", "receiving", { kind: "preparing" }, OFFERED, []],
    ["that they accept", "sending", OFFERED, QUEUED, ["accepted"]],
    ["not that one accepted oneself", "receiving", { kind: "preparing" }, QUEUED, []],
    ["not every bit of progress", "sending", QUEUED, MOVING, []],
    ["that a file is there", "receiving", MOVING, { kind: "done", kept: null }, ["received"]],
    ["that they have it", "sending", MOVING, { kind: "done", kept: null }, ["sent"]],
    [
      "that they refuse",
      "sending",
      OFFERED,
      { kind: "stopped", why: "refused", by: "them" },
      ["stopped"],
    ],
    [
      "not that one refuses oneself",
      "receiving",
      OFFERED,
      { kind: "stopped", why: "refused", by: "me" },
      [],
    ],
    [
      "that time is over",
      "receiving",
      MOVING,
      { kind: "stopped", why: "time-over", by: "me" },
      ["stopped"],
    ],
  ])("is %s", (_what, direction, before, after, expected) => {
    const was = before === null ? [] : [transfer(direction, before)];
    expect(newsOf(was, [transfer(direction, after)]).map(({ news }) => news)).toEqual(expected);
  });

  it("is said of every file that something happened to", () => {
    const before = [transfer("receiving", MOVING, "a"), transfer("sending", OFFERED, "a")];
    const after = [
      transfer("receiving", { kind: "done", kept: null }, "a"),
      transfer("sending", OFFERED, "a"),
      transfer("receiving", OFFERED, "b"),
    ];
    expect(newsOf(before, after).map(({ news }) => news)).toEqual(["received", "offered"]);
  });
});
