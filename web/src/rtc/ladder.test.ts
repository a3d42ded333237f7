import { describe, expect, it } from "vitest";
import { atTheTop, MOST_PATIENCE_MS, nextStanding, RUNGS, SOUND_ONLY } from "./ladder";
import type { Standing, Uplink } from "./ladder";

const WIDE: Uplink = { estimate: 2_500_000, loss: 0, busy: false };
const PACE_MS = 500;

/** A sender and its clock. */
class Sender {
  standing: Standing = atTheTop(0);
  now = 0;

  /** Lives through some seconds of this uplink; returns the rungs it stood on, each once. */
  live(seconds: number, uplink: Uplink): readonly number[] {
    const rungs = [this.standing.rung];
    for (let left = seconds * 1_000; left > 0; left -= PACE_MS) {
      this.now += PACE_MS;
      this.standing = nextStanding(this.standing, uplink, this.now);
      if (rungs.at(-1) !== this.standing.rung) rungs.push(this.standing.rung);
    }
    return rungs;
  }
}

describe("the ladder of pictures", () => {
  it("has smaller and smaller rungs, each within reach of the one below", () => {
    for (const [index, rung] of RUNGS.entries()) {
      const below = RUNGS[index + 1];
      expect(rung.needs).toBeLessThan(rung.bitrate);
      if (below === undefined) continue;
      expect(below.bitrate).toBeLessThan(rung.bitrate);
      // A browser's estimate grows to about half as much again as what is sent (draft-ietf-rmcat-gcc-02 §5.5).
      expect(rung.needs).toBeLessThan(below.bitrate * 1.5);
    }
  });

  it("stays at the top while nothing is in the way", () => {
    const sender = new Sender();
    expect(sender.live(300, WIDE)).toEqual([0]);
    expect(sender.standing.limit).toBeNull();
  });

  it("does not take a browser's first guess for a narrow line", () => {
    const sender = new Sender();
    sender.live(2.5, { ...WIDE, estimate: 300_000 });
    expect(sender.live(60, WIDE)).toEqual([0]);
  });

  it("falls at once to what a line can carry, not rung by rung", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    expect(sender.live(3, { ...WIDE, estimate: 150_000 })).toEqual([0, 3]);
    expect(sender.standing.limit).toBe("bandwidth");
  });

  it("leaves a line that carries no picture to the voice", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    expect(sender.live(5, { ...WIDE, estimate: 40_000 })).toEqual([0, SOUND_ONLY]);
  });

  it("does not fall for a short burst", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    sender.live(1.5, { estimate: 100_000, loss: 0.5, busy: true });
    expect(sender.live(60, WIDE)).toEqual([0]);
  });

  it("rises a rung at a time, slowly", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    sender.live(5, { ...WIDE, estimate: 40_000 });
    const from = sender.now;
    const rungs = sender.live(120, WIDE);
    expect(rungs).toEqual([5, 4, 3, 2, 1, 0]);
    expect(sender.standing.since - from).toBeGreaterThanOrEqual(25_000);
    expect(sender.standing.limit).toBeNull();
  });

  it("tries less and less often where trying fails", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    const narrow: Uplink = { ...WIDE, estimate: 300_000 };
    sender.live(5, narrow);
    expect(sender.standing.rung).toBe(2);
    const tries: number[] = [];
    let before = sender.standing.rung;
    for (let half = 0; half < 1_200; half++) {
      sender.live(0.5, narrow);
      if (sender.standing.rung < before) tries.push(sender.now);
      before = sender.standing.rung;
    }
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(pauses.length).toBeGreaterThan(2);
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(MOST_PATIENCE_MS);
  });

  it("tries a rise also where somebody sends too little to know of a wider line", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    sender.live(4, { ...WIDE, estimate: 150_000 });
    expect(sender.live(25, { ...WIDE, estimate: 150_000 })).toEqual([3, 2, 3]);
  });

  it("sends less where much is lost, but never nothing", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    const rungs = sender.live(60, { estimate: null, loss: 0.25, busy: false });
    expect(rungs).toEqual([0, 1, 2, 3]);
    expect(sender.standing.limit).toBe("bandwidth");
  });

  it("does not rise while packets are being lost", () => {
    const sender = new Sender();
    sender.live(3, { ...WIDE, loss: 0.2 });
    const { rung } = sender.standing;
    expect(rung).toBeGreaterThan(0);
    expect(sender.live(120, { ...WIDE, loss: 0.05 })).toEqual([rung]);
  });

  it("spares a busy device, says so, and comes back", () => {
    const sender = new Sender();
    sender.live(20, WIDE);
    sender.live(5, { ...WIDE, busy: true });
    expect(sender.standing).toMatchObject({ rung: 1, limit: "cpu" });
    expect(sender.live(60, { ...WIDE, busy: true })).toEqual([1, 2, 3]);
    expect(sender.live(120, WIDE).at(-1)).toBe(0);
  });

  it("goes by loss alone where a browser does not estimate", () => {
    const sender = new Sender();
    const silent: Uplink = { estimate: null, loss: 0, busy: false };
    expect(sender.live(60, silent)).toEqual([0]);
    sender.live(3, { ...silent, loss: 0.2 });
    expect(sender.live(60, silent).at(-1)).toBe(0);
  });
});
