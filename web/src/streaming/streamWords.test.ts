import { expect, test } from "vitest";
import { breakdownOf, isPassing, readStreamWord } from "./streamWords";

test("media is wanted once the ingest has been reached", () => {
  expect(readStreamWord('{"type":"state","state":"connecting"}')).toEqual({
    type: "state",
    ready: false,
    line: { state: "connecting", bitsPerSecond: 0 },
  });
  expect(readStreamWord('{"type":"state","state":"ready","bitsPerSecond":0}')).toMatchObject({
    ready: true,
    line: { state: "connecting" },
  });
});

test("a stream that runs tells its rate", () =>
  expect(
    readStreamWord('{"type":"state","state":"congested","bitsPerSecond":900000,"losses":1}'),
  ).toEqual({ type: "state", ready: true, line: { state: "congested", bitsPerSecond: 900_000 } }));

test.each(["", "{", "null", "[]", '{"type":"state","state":"dancing"}', '{"type":"ended"}'])(
  "%j says nothing",
  (text) => expect(readStreamWord(text)).toBeNull(),
);

test("a reason that this page does not know is a failure", () => {
  expect(breakdownOf("refused")).toBe("key-refused");
  expect(breakdownOf("sunspots")).toBe("failed");
  expect(breakdownOf("constructor")).toBe("failed");
});

test("what the lost line leaves behind passes, a sold pass does not", () => {
  expect(isPassing("already-streaming")).toBe(true);
  expect(isPassing("rate-limited")).toBe(true);
  expect(isPassing("pass-lost")).toBe(false);
});
