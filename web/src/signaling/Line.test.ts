import { describe, expect, it } from "vitest";
import { Line } from "./Line";

function lineThatSaid(count: number, length = 1): Line {
  const line = new Line("token");
  for (let i = 1; i <= count; i += 1) line.say(String(i).padEnd(length));
  return line;
}

describe("Line", () => {
  it("knows what the service has missed, in order", () => {
    const line = lineThatSaid(5);
    expect(line.missing(3)).toEqual(["4", "5"]);
    expect(line.missing(5)).toEqual([]);
    expect(line.missing(0)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("cannot say again what is too long ago, or what was never said", () => {
    const line = lineThatSaid(65);
    expect(line.missing(1)).toHaveLength(64);
    expect(line.missing(0)).toBeNull();
    expect(line.missing(66)).toBeNull();
  });

  it("keeps so many bytes and no more", () => {
    const line = lineThatSaid(5, 60 * 1024);
    expect(line.missing(1)).toHaveLength(4);
    expect(line.missing(0)).toBeNull();
  });

  it("counts what it hears", () => {
    const line = new Line("token");
    line.hear();
    line.hear();
    expect(line.heard).toBe(2);
  });
});
