import { describe, expect, it } from "vitest";
import { readSentMedia } from "./sentMedia";

describe("what the other says they send", () => {
  it("is two plain words", () => {
    expect(readSentMedia({ camera: false, microphone: true, more: 1 })).toEqual({
      camera: false,
      microphone: true,
    });
  });

  it.each([{ camera: "yes", microphone: true }, { camera: true }, {}])("is not %j", (body) =>
    expect(readSentMedia(body)).toBeNull(),
  );
});
