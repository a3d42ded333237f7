import { describe, expect, it } from "vitest";
import { encodingFor } from "./encoding";

function encoders(...known: readonly string[]) {
  const has = (codec: string): Promise<boolean> =>
    known.some((each) => codec.startsWith(each))
      ? Promise.resolve(true)
      : Promise.reject(new TypeError("unknown codec"));
  return { video: has, audio: has };
}

describe("how a recording is encoded", () => {
  it("is what plays everywhere, where the browser can", async () => {
    const all = encoders("avc1", "vp09", "vp8", "mp4a", "opus");
    expect(await encodingFor("mp4", all)).toEqual({ video: "avc", audio: "aac" });
    expect(await encodingFor("webm", all)).toEqual({ video: "vp9", audio: "opus" });
  });

  it("makes do with what there is", async () => {
    expect(await encodingFor("mp4", encoders("avc1", "opus"))).toEqual({
      video: "avc",
      audio: "opus",
    });
    expect(await encodingFor("webm", encoders("vp8", "opus"))).toEqual({
      video: "vp8",
      audio: "opus",
    });
  });

  it("is nothing where picture or sound cannot be encoded", async () => {
    expect(await encodingFor("mp4", encoders("vp09", "opus"))).toBeNull();
    expect(await encodingFor("webm", encoders("vp09"))).toBeNull();
  });
});
