import { describe, expect, test } from "vitest";
import { readSession, standing } from "./session";

const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const BO = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("readSession", () => {
  test("reads what the service says, with the address checksummed", () =>
    expect(readSession({ address: ADA.toLowerCase(), expiresAt: "2026-11-21T15:00:00Z" })).toEqual({
      address: ADA,
      expiresAt: new Date("2026-11-21T15:00:00Z"),
    }));

  test.each([null, {}, { address: "0x12" }, { address: ADA, expiresAt: "soon" }, "text"])(
    "takes %j for no session",
    (json) => expect(readSession(json)).toBeNull(),
  );
});

describe("standing", () => {
  const session = { address: ADA, expiresAt: new Date() } as const;

  test("without a session one is signed out, whatever the wallet shows", () =>
    expect(standing(null, BO)).toEqual({ kind: "signed-out" }));

  test("is ready when the wallet shows the session's account, in any spelling", () =>
    expect(standing(session, ADA.toLowerCase() as typeof ADA).kind).toBe("ready"));

  test("keeps the session while no wallet is connected", () =>
    expect(standing(session, undefined).kind).toBe("wallet-away"));

  test("sees another account", () =>
    expect(standing(session, BO)).toMatchObject({ kind: "account-changed", account: BO }));
});
