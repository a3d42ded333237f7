import { describe, expect, it } from "vitest";
import { isRelayed, namesRelay, RELAY_WITHIN_MS, relayOutlook } from "./relay";

const ASKED = { named: true, found: false, complete: false, sinceMillis: 0 };

describe("the outlook for a relay", () => {
  it("is open while one is being asked", () => {
    expect(relayOutlook({ ...ASKED, sinceMillis: RELAY_WITHIN_MS - 1 })).toBe("open");
  });

  it("is good as soon as one has answered, however late", () => {
    const late = { ...ASKED, complete: true, sinceMillis: 2 * RELAY_WITHIN_MS };
    expect(relayOutlook({ ...late, found: true })).toBe("reached");
  });

  it("is bad when none was named, none is left to ask, or none answers", () => {
    expect(relayOutlook({ ...ASKED, named: false })).toBe("missing");
    expect(relayOutlook({ ...ASKED, complete: true })).toBe("missing");
    expect(relayOutlook({ ...ASKED, sinceMillis: RELAY_WITHIN_MS })).toBe("missing");
  });
});

describe("a relay", () => {
  it("is named by a TURN address and not by a STUN one", () => {
    expect(namesRelay([{ urls: ["stun:stun.example.org"] }])).toBe(false);
    expect(namesRelay([{ urls: ["stun:a"] }, { urls: ["turns:b:5349?transport=tcp"] }])).toBe(true);
    expect(namesRelay([])).toBe(false);
  });

  it("is told by the candidate's type", () => {
    expect(isRelayed("candidate:1 1 udp 5 198.51.100.7 9 typ relay raddr 0.0.0.0 rport 0")).toBe(
      true,
    );
    expect(isRelayed("candidate:1 1 udp 5 192.0.2.2 9 typ host")).toBe(false);
    expect(isRelayed("")).toBe(false);
  });
});
