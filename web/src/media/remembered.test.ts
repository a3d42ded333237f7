import { describe, expect, it } from "vitest";
import { NOTHING_REMEMBERED, readRemembered } from "./remembered";

describe("readRemembered", () => {
  it("reads what was written", () => {
    const before = {
      devices: { camera: "c1" },
      interests: ["jazz"],
      languages: ["en"],
      sounds: false,
      volume: 0.4,
      pushToTalk: true,
      hideAddress: true,
      findable: false,
    };
    expect(readRemembered(JSON.stringify(before))).toEqual(before);
  });

  it.each([
    null,
    "",
    "7",
    "[]",
    "{",
    '{"devices":[],"interests":"jazz","languages":7,"volume":"loud"}',
  ])("starts afresh from %j", (stored) => {
    expect(readRemembered(stored)).toEqual(NOTHING_REMEMBERED);
  });
});
