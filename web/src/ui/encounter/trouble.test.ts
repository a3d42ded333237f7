import { describe, expect, it } from "vitest";
import type { RoundClock } from "../../call/state";
import { lineTrouble, pathTrouble } from "./trouble";

const running: RoundClock = { kind: "running", endsAt: 1 };
const standing: RoundClock = { kind: "standing", left: 1, until: 2 };
const open = { kind: "open" } as const;
const live = { phase: "live", peerAway: false, served: true, stalled: false } as const;

describe("trouble between the two", () => {
  it.each([
    [running, false, "steady", null],
    [running, false, "weak", "weak"],
    [running, true, "weak", "stalled"],
    [running, true, "steady", "stalled"],
    [standing, true, "weak", "waiting"],
    [standing, false, "steady", "unseen"],
  ] as const)("with a clock %o, stalled: %s, path: %s, is %s", (clock, stalled, connection, is) => {
    expect(pathTrouble({ clock, stalled }, { connection })).toBe(is);
  });
});

describe("trouble with the service", () => {
  it("is one's own first", () => {
    const lost = { kind: "lost", closing: "lost", kept: true } as const;
    expect(lineTrouble({ ...live, peerAway: true }, lost)).toBe("line");
    expect(lineTrouble(live, { ...lost, closing: "restart" })).toBe("restarting");
    expect(lineTrouble({ ...live, served: false }, lost)).toBe("line");
    expect(lineTrouble({ ...live, served: false }, open)).toBe("unserved");
  });

  it("is the other's when they are away, and worse when nothing of them comes", () => {
    expect(lineTrouble({ ...live, peerAway: true }, open)).toBe("away");
    expect(lineTrouble({ ...live, peerAway: true, stalled: true }, open)).toBe("gone");
    expect(lineTrouble({ phase: "connecting", peerAway: true }, open)).toBe("away");
    expect(lineTrouble(live, open)).toBeNull();
  });
});
