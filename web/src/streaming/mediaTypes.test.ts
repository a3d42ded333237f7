import { expect, test } from "vitest";
import { mediaTypeFor } from "./mediaTypes";

const only =
  (...mimes: readonly string[]) =>
  (mime: string) =>
    mimes.includes(mime);

test("a picture that needs no encoding anew is taken first", () =>
  expect(
    mediaTypeFor(only("video/webm;codecs=vp8,opus", "video/webm;codecs=h264,opus"), true),
  ).toEqual({
    mime: "video/webm;codecs=h264,opus",
    container: "matroska",
    video: "h264",
    audio: "other",
  }));

test("a browser without H.264 is encoded anew, where the service does that", () => {
  const firefox = only("video/webm;codecs=vp8,opus");
  expect(mediaTypeFor(firefox, true)?.video).toBe("other");
  expect(mediaTypeFor(firefox, false)).toBeNull();
});
