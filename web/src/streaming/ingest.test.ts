import { expect, test } from "vitest";
import { ingestOf } from "./ingest";

test("a platform needs no more than a key, with or without the blanks that were copied along", () =>
  expect(ingestOf("youtube", "ignored", " abcd-1234 \n")).toEqual({
    kind: "rtmp",
    address: "rtmps://a.rtmps.youtube.com:443/live2",
    key: "abcd-1234",
  }));

test.each([
  "rtmp://ingest.example/app",
  "rtmps://ingest.example:443/app/deep",
  "rtmp://[2001:db8::1]/live",
])("%s is an ingest", (address) =>
  expect(ingestOf("rtmp", address, "key?with=this&that")).toEqual({
    kind: "rtmp",
    address,
    key: "key?with=this&that",
  }),
);

test.each([
  "",
  "ingest.example/app",
  "https://ingest.example/app",
  "rtmp://ingest.example",
  "rtmp://ingest.example//",
  "rtmp:///app",
  "rtmp://somebody:secret@ingest.example/app",
  "rtmp://ingest.example/app?key=1",
  `rtmp://ingest.example/${"a".repeat(600)}`,
])("%j is none", (address) => expect(ingestOf("rtmp", address, "key")).toBe("address"));

test.each(["", "two words", "ключ", "k".repeat(600)])("%j is no key", (key) =>
  expect(ingestOf("twitch", "", key)).toBe("key"),
);

test("WHIP goes over https, and needs no token where the address is the secret", () =>
  expect(ingestOf("whip", "https://ingest.example/whip/secret", "")).toEqual({
    kind: "whip",
    address: "https://ingest.example/whip/secret",
    key: "",
  }));

test.each(["http://ingest.example/whip", "rtmp://ingest.example/app", "whip", "https://a:b@c/d"])(
  "%j is no WHIP endpoint",
  (address) => expect(ingestOf("whip", address, "token")).toBe("whip-address"),
);

test("in the clear WHIP stays on this machine", () =>
  expect(ingestOf("whip", "http://127.0.0.1:8889/whip", "token")).toMatchObject({ kind: "whip" }));
