import { describe, expect, it } from "vitest";
import { fingerprintsOf, speaksOfTheSame } from "./fingerprints";

const ours = "a=fingerprint:sha-256 AA:BB:CC";
const others = "a=fingerprint:sha-256 AA:BB:CD";
const sdp = (...lines: readonly string[]) => ["v=0", "s=-", ...lines, ""].join("\r\n");

describe("the fingerprints of a description", () => {
  it("are each found once, on whatever level they stand and however they are written", () => {
    const said = sdp(
      ours,
      "m=audio 9 x 0",
      ours.toLowerCase(),
      "m=video 9 x 0",
      "a=fingerprint:SHA-1 01:02",
    );
    expect([...fingerprintsOf(said)]).toEqual(["sha-256 aa:bb:cc", "sha-1 01:02"]);
  });

  it("are not made of lines that only look like it", () => {
    expect(
      fingerprintsOf(sdp("a=x-fingerprint:sha-256 AA:BB", "a=fingerprint:sha-256 AA:BB:")).size,
    ).toBe(0);
  });
});

describe("a further description", () => {
  const first = fingerprintsOf(sdp(ours));

  it("may speak of the same certificate again", () => {
    expect(speaksOfTheSame(first, sdp("m=audio", ours, "m=video", ours))).toBe(true);
  });

  it.each([
    ["another certificate", sdp(others)],
    ["another certificate in one of its sections", sdp("m=audio", ours, "m=video", others)],
    ["the same value under another hash", sdp("a=fingerprint:sha-1 AA:BB:CC")],
    ["none", sdp("m=audio")],
  ])("is refused when it speaks of %s", (_what, said) => {
    expect(speaksOfTheSame(first, said)).toBe(false);
  });
});
