import { describe, expect, it } from "vitest";
import { problemOf } from "./problem";

function named(name: string): Error {
  const error = new Error("Some words that differ by browser");
  error.name = name;
  return error;
}

describe("problemOf", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "none"],
    ["OverconstrainedError", "none"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
    ["TypeError", "insecure"],
    ["SomethingNew", "unknown"],
  ])("reads %s as %s", (name, problem) => {
    expect(problemOf(named(name))).toBe(problem);
  });

  it("does not stumble over something that is no error", () => {
    expect(problemOf("no")).toBe("unknown");
  });
});
