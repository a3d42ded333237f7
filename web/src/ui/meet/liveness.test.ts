import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookAfter } from "./liveness";

class FakeLine {
  readonly asked: string[] = [];
  readonly probe = (): void => void this.asked.push("probe");
  readonly hurry = (): void => void this.asked.push("hurry");
}

describe("a line is looked after", () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const surroundings = new EventTarget();
  const connection = new EventTarget();

  beforeEach(() => {
    page.hidden = false;
    vi.stubGlobal("document", page);
    vi.stubGlobal("window", surroundings);
    vi.stubGlobal("navigator", { connection });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("when the network changes, the page is seen again, or it comes online, until that is stopped", () => {
    const line = new FakeLine();
    const stop = lookAfter(line);
    connection.dispatchEvent(new Event("change"));
    expect(line.asked).toEqual(["probe"]);
    page.dispatchEvent(new Event("visibilitychange"));
    expect(line.asked).toEqual(["probe", "probe"]);
    surroundings.dispatchEvent(new Event("online"));
    expect(line.asked.at(-1)).toBe("hurry");
    const before = line.asked.length;
    page.hidden = true;
    page.dispatchEvent(new Event("visibilitychange"));
    expect(line.asked).toHaveLength(before);
    stop();
    page.hidden = false;
    for (const target of [connection, surroundings, page])
      for (const type of ["change", "online", "visibilitychange"])
        target.dispatchEvent(new Event(type));
    expect(line.asked).toHaveLength(before);
  });

  it("without news of the network too, as in Firefox and Safari", () => {
    vi.stubGlobal("navigator", {});
    const line = new FakeLine();
    const stop = lookAfter(line);
    page.dispatchEvent(new Event("visibilitychange"));
    expect(line.asked).toEqual(["probe"]);
    stop();
  });
});
