import { parseSiweMessage } from "viem/siwe";
import { describe, expect, test } from "vitest";
import { signIn, type SignInEvent, signInMessage, type SignInState } from "./signIn";

const ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const SESSION = { address: ADDRESS, expiresAt: new Date(0) } as const;
const FIRST: SignInState = { step: "check" };
const after = (...events: SignInEvent[]) => events.reduce(signIn, FIRST);

describe("a sign-in", () => {
  test("goes check, sign, sent, done", () => {
    expect(after({ type: "checked" }).step).toBe("sign");
    expect(after({ type: "checked" }, { type: "signed" }).step).toBe("sent");
    expect(
      after({ type: "checked" }, { type: "signed" }, { type: "accepted", session: SESSION }),
    ).toEqual({ step: "done", session: SESSION });
  });

  test("cannot be accepted before it was signed", () =>
    expect(after({ type: "accepted", session: SESSION })).toBe(FIRST));

  test("starts over after a rejection", () => {
    const rejected = after({ type: "checked" }, { type: "failed", failure: { kind: "rejected" } });
    expect(rejected).toMatchObject({ step: "failed", at: "sign" });
    expect(signIn(rejected, { type: "restarted" })).toEqual(FIRST);
  });
});

describe("the message", () => {
  const message = signInMessage(ADDRESS, 31337, "http://127.0.0.1:8080", {
    nonce: "abcdefgh12345678",
    expiresInSeconds: 300,
    now: new Date("2026-11-21T15:00:00Z"),
  });

  test("is bound to this origin, chain, account and nonce, and runs out with the challenge", () =>
    expect(parseSiweMessage(message)).toMatchObject({
      domain: "127.0.0.1:8080",
      uri: "http://127.0.0.1:8080",
      address: ADDRESS,
      chainId: 31337,
      nonce: "abcdefgh12345678",
      version: "1",
      issuedAt: new Date("2026-11-21T15:00:00Z"),
      expirationTime: new Date("2026-11-21T15:05:00Z"),
    }));

  test("is one that the person can read: no carriage return, nothing after its last field", () => {
    expect(message).not.toContain("\r");
    expect(message.trim()).toBe(message);
    expect(message.startsWith("127.0.0.1:8080 wants you to sign in")).toBe(true);
  });
});
