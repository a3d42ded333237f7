import { describe, expect, it } from "vitest";
import type { Input } from "../../media/LiveInput";
import type { MediaState } from "../../media/LocalMedia";
import type { Problem } from "../../media/problem";
import { mediaProblems } from "./mediaProblems";

const failed = (problem: Problem): Input => ({ kind: "failed", problem });
const on = { kind: "on" } as Input;

const problems = (camera: Input, microphone: Input) =>
  mediaProblems({ camera, microphone } as MediaState);

describe("mediaProblems", () => {
  it("has nothing to say while all is well", () => {
    expect(problems(on, on)).toEqual([]);
  });

  it("says it once when both have the same trouble", () => {
    expect(problems(failed("denied"), failed("denied"))).toEqual([
      { what: "both", problem: "denied" },
    ]);
  });

  it("says what is wrong with each when they differ", () => {
    expect(problems(failed("busy"), failed("none"))).toEqual([
      { what: "camera", problem: "busy" },
      { what: "microphone", problem: "none" },
    ]);
    expect(problems(on, failed("unknown"))).toEqual([{ what: "microphone", problem: "unknown" }]);
  });
});
