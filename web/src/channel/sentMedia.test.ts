import { describe, expect, it } from "vitest";
import { readSentMedia } from "./sentMedia";

describe("what the other says they send", () => {
  it("is what they say, and nothing else that they say", () => {
    expect(
      readSentMedia({
        ...{ camera: true, microphone: true, screen: true, resting: true },
        ...{ limit: "cpu", more: 1 },
      }),
    ).toEqual({ camera: true, microphone: true, screen: true, resting: true, limit: "cpu" });
  });

  it("is taken to be fine where they do not say", () => {
    expect(readSentMedia({ camera: false, microphone: true, limit: "<b>" })).toEqual({
      camera: false,
      microphone: true,
      screen: false,
      resting: false,
      limit: null,
    });
  });

  it.each([{ camera: "yes", microphone: true }, { camera: true }, {}])("is not %j", (body) =>
    expect(readSentMedia(body)).toBeNull(),
  );
});
