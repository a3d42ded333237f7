import { bytesToHex, bytesToNumberLE, hexToBytes, utf8ToBytes } from "@noble/curves/abstract/utils";
import { describe, expect, it } from "vitest";
import { agree, type Ground, joined, keyOf, multiply, share, shareOf } from "./cpace";

/** Those of the draft (appendix B.3), for ristretto255 and SHA-512. */
const GROUND: Ground = {
  password: utf8ToBytes("Password"),
  channel: utf8ToBytes("\nAinitiator\nBresponder"),
  session: hexToBytes("7e4b4791d6a8ef019b936c79fb7f2c57"),
};
const scalar = (hex: string) => bytesToNumberLE(hexToBytes(hex));
const ONE = scalar("da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08");
const OTHER = scalar("d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d");

describe("a run as in the draft", () => {
  const one = shareOf(GROUND, ONE);
  const other = shareOf(GROUND, OTHER);

  it("has its shares", () => {
    expect(bytesToHex(one.point)).toBe(
      "383a85dd236978f17f8c8545b50dabc52a39fcdab2cf8bc531ce040ff77ca82d",
    );
    expect(bytesToHex(other.point)).toBe(
      "a6206309c0e8e5f579295e35997ac4300ab3fecec3c17f7b604f3e698fa1383c",
    );
  });

  it("has its secret on both sides, and its key", () => {
    const secret = multiply(one.scalar, other.point);
    expect(secret).toEqual(multiply(other.scalar, one.point));
    if (secret === null) throw new Error("there is none");
    expect(bytesToHex(secret)).toBe(
      "fa1d0318864e2cacb26875f1b791c9ae83204fe8359addb53e95a2e98893853f",
    );
    const transcript = new Uint8Array([
      ...joined(one.point, utf8ToBytes("ADa")),
      ...joined(other.point, utf8ToBytes("ADb")),
    ]);
    expect(bytesToHex(keyOf(GROUND.session, secret, transcript))).toBe(
      "e91ccb2c0f5e0d0993a33956e3be59754f3f2b07db57631f5394452ea2e7b435" +
        "4674eb1f5686c078462bf83bec72e8743df440108e638f3526d9b90e85be096f",
    );
  });

  it("multiplies as it should", () => {
    const product = multiply(
      scalar("7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05"),
      hexToBytes("2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c"),
    );
    expect(product === null ? null : bytesToHex(product)).toBe(
      "7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e",
    );
  });

  it.each([
    ["no point", "2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c"],
    ["the neutral element", "00".repeat(32)],
    ["too short", "00".repeat(31)],
    ["nothing", ""],
  ])("refuses %s", (_what, hex) => {
    expect(multiply(ONE, hexToBytes(hex))).toBeNull();
    expect(agree(GROUND, one, hexToBytes(hex), true)).toBeNull();
  });
});

describe("two sides", () => {
  it("agree with the same password, and each run on another key", () => {
    const keys = [0, 1].map(() => {
      const [one, other] = [share(GROUND), share(GROUND)];
      const key = agree(GROUND, one, other.point, true);
      expect(key).toHaveLength(64);
      expect(agree(GROUND, other, one.point, false)).toEqual(key);
      return key;
    });
    expect(keys[0]).not.toEqual(keys[1]);
  });

  it.each<[string, Partial<Ground>]>([
    ["password", { password: utf8ToBytes("Passwort") }],
    ["channel", { channel: utf8ToBytes("somebody in between") }],
    ["session", { session: new Uint8Array(16) }],
  ])("do not agree over another %s", (_what, change) => {
    const elsewhere = { ...GROUND, ...change };
    const [one, other] = [share(GROUND), share(elsewhere)];
    expect(agree(elsewhere, other, one.point, false)).not.toEqual(
      agree(GROUND, one, other.point, true),
    );
  });
});
