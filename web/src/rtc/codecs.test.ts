import { describe, expect, it } from "vitest";
import { inOrder } from "./codecs";

/** In the order in which Chromium 147 lists them. */
const CODECS = [
  "video/VP8",
  "video/rtx",
  "video/H264",
  "video/H264",
  "video/AV1",
  "video/VP9",
  "video/red",
  "video/ulpfec",
].map((mimeType, index) => ({ mimeType, index }));

const NONE: ReadonlySet<string> = new Set();
const names = (codecs: readonly { mimeType: string }[]) =>
  codecs.map(({ mimeType }) => mimeType.replace("video/", ""));

describe("the order of codecs", () => {
  it("is by cost for a face, and by sharpness for a screen", () => {
    expect(names(inOrder("camera", CODECS, NONE)).slice(0, 5)).toEqual([
      ...["VP8", "VP9", "H264", "H264", "AV1"],
    ]);
    expect(names(inOrder("screen", CODECS, NONE)).slice(0, 3)).toEqual(["VP9", "VP8", "H264"]);
  });

  it("puts for a face what the device codes in hardware before all others", () => {
    const efficient = new Set(["video/H264"]);
    expect(names(inOrder("camera", CODECS, efficient)).slice(0, 3)).toEqual([
      "H264",
      "H264",
      "VP8",
    ]);
    expect(names(inOrder("screen", CODECS, efficient))[0]).toBe("VP9");
  });

  it("leaves nothing out, and keeps variants of one codec as they were", () => {
    const ordered = inOrder("camera", CODECS, NONE);
    expect([...ordered].sort((one, other) => one.index - other.index)).toEqual(CODECS);
    expect(
      ordered.filter(({ mimeType }) => mimeType === "video/H264").map(({ index }) => index),
    ).toEqual([2, 3]);
    expect(names(ordered).slice(-3)).toEqual(["rtx", "red", "ulpfec"]);
  });

  it("does not mind how a browser writes a name", () => {
    const written = [{ mimeType: "video/vp9" }, { mimeType: "video/vp8" }];
    expect(names(inOrder("camera", written, NONE))).toEqual(["vp8", "vp9"]);
  });

  it("leaves sound as the browser has it", () => {
    const sound = [{ mimeType: "audio/opus" }, { mimeType: "audio/PCMU" }];
    expect(inOrder("microphone", sound, NONE)).toEqual(sound);
  });
});
