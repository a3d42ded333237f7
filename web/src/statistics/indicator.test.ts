import { describe, expect, it } from "vitest";
import { countersOf } from "./counters";
import { judgeReceived, judgeSent, worst } from "./indicator";
import { qualityBetween } from "./quality";
import type { Quality, ReceivedQuality, SentQuality } from "./quality";
import { RECORDED } from "./recorded";

const { first, second } = RECORDED.chromium;
const fine = qualityBetween(countersOf(first), countersOf(second));

function receiving(change: Partial<ReceivedQuality>, path: Partial<Quality["path"]> = {}): Quality {
  const { camera } = fine.received;
  if (camera === undefined || fine.path === null) throw new Error("nothing was recorded");
  return {
    ...fine,
    received: { camera: { ...camera, packets: 100, ...change } },
    path: { ...fine.path, ...path },
  };
}

function sending(change: Partial<SentQuality>): Quality {
  const { camera } = fine.sent;
  if (camera === undefined) throw new Error("nothing was recorded");
  return { ...fine, sent: { camera: { ...camera, packets: 100, ...change } } };
}

describe("how the other arrives", () => {
  it("is good on one machine, in every browser that was recorded", () => {
    for (const recorded of Object.values(RECORDED)) {
      const quality = qualityBetween(countersOf(recorded.first), countersOf(recorded.second));
      expect(judgeReceived(quality, null)).toEqual({ level: "good", reason: null });
      expect(judgeSent(quality, null, false)).toEqual({ level: "good", reason: null });
    }
  });

  it.each([
    ["a few packets lost", receiving({ lost: 4 }), "fair", "loss"],
    ["many packets lost", receiving({ lost: 12 }), "poor", "loss"],
    ["a long way", receiving({}, { roundTrip: 0.4 }), "fair", "round-trip"],
    ["a very long way", receiving({}, { roundTrip: 1.2 }), "poor", "round-trip"],
    ["an uneven line", receiving({ jitter: 0.08 }), "fair", "jitter"],
    ["a device that does not keep up", receiving({ dropped: 0.4 }), "poor", "cpu"],
    ["a picture that stands", receiving({ frozen: 0.3 }), "poor", "jitter"],
    [
      "a picture that stands for what was lost",
      receiving({ frozen: 0.3, lost: 2 }),
      "poor",
      "loss",
    ],
    [
      "a picture that stands for a busy device",
      receiving({ frozen: 0.3, dropped: 0.08 }),
      "poor",
      "cpu",
    ],
    ["a voice with holes", receiving({ concealed: 0.1 }), "fair", "jitter"],
  ] as const)("says why: %s", (_what, quality, level, reason) => {
    expect(judgeReceived(quality, null)).toEqual({ level, reason });
  });

  it("hears from their page that it holds back", () => {
    expect(judgeReceived(receiving({}), "bandwidth")).toEqual({
      level: "fair",
      reason: "bandwidth",
    });
    expect(judgeReceived(receiving({}), "cpu")).toEqual({ level: "fair", reason: "their-cpu" });
    expect(judgeReceived(receiving({ lost: 20 }), "cpu")).toEqual({
      level: "poor",
      reason: "loss",
    });
  });

  it("makes nothing of one packet lost among a few, as in silence", () => {
    expect(judgeReceived(receiving({ packets: 8, lost: 1 }), null).level).toBe("good");
  });

  it("is not known to be bad before anything is known", () => {
    const nothing: Quality = { at: 0, received: {}, sent: {}, path: null };
    expect(judgeReceived(nothing, null).level).toBe("good");
    expect(judgeSent(nothing, null, false).level).toBe("good");
  });
});

describe("how the other receives what is sent", () => {
  it("is what their reports say", () => {
    expect(judgeSent(sending({ lost: 5 }), null, false)).toEqual({ level: "fair", reason: "loss" });
    expect(judgeSent(sending({ roundTrip: 0.9 }), null, false)).toEqual({
      level: "poor",
      reason: "round-trip",
    });
  });

  it("is poor when only the voice is sent, and says for what", () => {
    expect(judgeSent(sending({}), "bandwidth", true)).toEqual({
      level: "poor",
      reason: "bandwidth",
    });
    expect(judgeSent(sending({}), "cpu", false)).toEqual({ level: "fair", reason: "cpu" });
  });

  it("names the processor when the browser does", () => {
    expect(judgeSent(sending({ limitation: "cpu" }), null, false)).toEqual({
      level: "fair",
      reason: "cpu",
    });
  });

  it("does not call a browser's own gentle start a narrow line", () => {
    expect(judgeSent(sending({ limitation: "bandwidth" }), null, false).level).toBe("good");
  });
});

describe("several verdicts", () => {
  it("come down to the worst, and of equals to the first", () => {
    expect(
      worst([
        { level: "fair", reason: "loss" },
        { level: "poor", reason: "cpu" },
        { level: "poor", reason: "jitter" },
      ]),
    ).toEqual({ level: "poor", reason: "cpu" });
    expect(worst([])).toEqual({ level: "good", reason: null });
  });
});
