import { describe, expect, it } from "vitest";
import type { Input, MediaState } from "../../media/LocalMedia";
import type { Problem } from "../../media/problem";
import { problemTexts } from "./mediaWords";

const failed = (problem: Problem): Input => ({ kind: "failed", problem });
const on = { kind: "on" } as Input;

function texts(camera: Input, microphone: Input): readonly string[] {
  return problemTexts({ camera, microphone } as MediaState);
}

describe("problemTexts", () => {
  it("says nothing while all is well", () => {
    expect(texts(on, on)).toEqual([]);
  });

  it("says it once when both have the same trouble", () => {
    expect(texts(failed("denied"), failed("denied"))).toEqual([
      "Your browser keeps camera and microphone from this page. Allow it beside the address, then try again.",
    ]);
  });

  it("says what to do about each when they differ", () => {
    const said = texts(failed("busy"), failed("none"));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("your camera. Close it there");
    expect(said[1]).toContain("No microphone found");
  });
});
