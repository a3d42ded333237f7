import { describe, expect, it } from "vitest";
import { connectionOf } from "./connection";

describe("connectionOf", () => {
  it("is connecting until it was steady once, and weak afterwards", () => {
    expect(connectionOf("connecting", "connecting", false)).toBe("connecting");
    expect(connectionOf("connecting", "connected", true)).toBe("weak");
  });

  it.each(["disconnected", "failed"] as const)(
    "is weak, not lost, when %s: ICE may restart",
    (state) => {
      expect(connectionOf(state, "connected", true)).toBe("weak");
    },
  );

  it("is lost as soon as the other side closes inside DTLS", () => {
    expect(connectionOf("connected", "closed", true)).toBe("lost");
  });

  it("is steady when connected", () => {
    expect(connectionOf("connected", "connected", false)).toBe("steady");
  });
});
