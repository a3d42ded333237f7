import { describe, expect, it } from "vitest";
import chromium from "./descriptions/chromium-147.sdp?raw";
import firefox from "./descriptions/firefox-153.sdp?raw";
import { withOpusParameters } from "./opus";

/** The Opus parameters of each audio section, in order. */
function parametersOf(sdp: string): readonly (readonly string[])[] {
  return sdp
    .split(/(?=^m=)/m)
    .filter((section) => section.startsWith("m=audio"))
    .map((section) => {
      const payloadType = /^a=rtpmap:(\d+) opus/m.exec(section)?.[1] ?? "none";
      const line = new RegExp(`^a=fmtp:${payloadType} (.*)\\r$`, "m").exec(section)?.[1];
      return line?.split(";") ?? [];
    });
}

describe("what this page asks the other to send as Opus", () => {
  it.each([
    ["Chromium", chromium],
    ["Firefox", firefox],
  ])("is added to an offer of %s, which is left as it is otherwise", (_browser, sdp) => {
    const asked = withOpusParameters(sdp);
    const [voice, sound, ...more] = parametersOf(asked);
    expect(voice).toEqual(expect.arrayContaining(["useinbandfec=1", "usedtx=1", "stereo=0"]));
    expect(sound).toEqual(
      expect.arrayContaining([
        "useinbandfec=1",
        "usedtx=0",
        "stereo=1",
        "maxaveragebitrate=128000",
      ]),
    );
    expect(more).toEqual([]);
    const others = (text: string) =>
      text.split("\r\n").filter((line) => !/^a=fmtp:1(11|09) /.test(line));
    expect(others(asked)).toEqual(others(sdp));
  });

  it("keeps what the browser says of itself", () => {
    expect(parametersOf(withOpusParameters(chromium))[0]).toContain("minptime=10");
    expect(parametersOf(withOpusParameters(firefox))[0]).toContain("maxplaybackrate=48000");
  });

  it("is asked for once, however often", () => {
    const once = withOpusParameters(chromium);
    expect(withOpusParameters(once)).toBe(once);
  });

  it("is asked for where a browser says nothing of its own", () => {
    const bare = chromium.replaceAll(/^a=fmtp:111 .*\r\n/gm, "");
    expect(parametersOf(withOpusParameters(bare))[0]).toEqual([
      "useinbandfec=1",
      "usedtx=1",
      "stereo=0",
    ]);
  });

  it("changes nothing where there is no Opus, or nothing at all", () => {
    const without = chromium.replaceAll("opus/48000", "speex/8000");
    expect(withOpusParameters(without)).toBe(without);
    expect(withOpusParameters("")).toBe("");
  });
});
