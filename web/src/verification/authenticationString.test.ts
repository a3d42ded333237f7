import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authenticationString, commitmentTo, newNonce } from "./authenticationString";
import type { Ends } from "./authenticationString";
import { EMOJI } from "./emoji";

const A = "a1".repeat(32);
const B = "b2".repeat(32);
const impolite: Ends = { role: "impolite", own: A, theirs: B };
const polite: Ends = { role: "polite", own: B, theirs: A };
const ours = "01".repeat(32);
const theirs = "02".repeat(32);

const names = (string: readonly { readonly name: string }[]) => string.map(({ name }) => name);

describe("the authentication string", () => {
  it("is what this very text hashes to: another page can be written from it", () => {
    const text = `passerby string\n1\n${A}\n${ours}\n${B}\n${theirs}\n`;
    const digest = createHash("sha256").update(text).digest();
    const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const places = [0, 6, 12, 18, 24, 30].map((at) => parseInt(bits.slice(at, at + 6), 2));
    expect(authenticationString(impolite, ours, theirs)).toEqual(places.map((at) => EMOJI[at]));
  });

  it("is the same on both sides", () => {
    expect(authenticationString(polite, theirs, ours)).toEqual(
      authenticationString(impolite, ours, theirs),
    );
  });

  it("is another one if a single certificate or nonce is", () => {
    const other = "c3".repeat(32);
    const strings = [
      authenticationString(impolite, ours, theirs),
      authenticationString({ ...impolite, own: other }, ours, theirs),
      authenticationString({ ...impolite, theirs: other }, ours, theirs),
      authenticationString(impolite, other, theirs),
      authenticationString(impolite, ours, other),
      authenticationString({ ...impolite, role: "polite" }, ours, theirs),
    ];
    expect(new Set(strings.map((string) => names(string).join())).size).toBe(strings.length);
  });
});

describe("a commitment", () => {
  it("is what this very text hashes to", () => {
    const text = `passerby commitment\n1\nimpolite\n${A}\n${B}\n${ours}\n`;
    expect(commitmentTo(impolite, ours)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("binds to nonce, role and both certificates", () => {
    const all = [
      commitmentTo(impolite, ours),
      commitmentTo(impolite, theirs),
      commitmentTo({ ...impolite, role: "polite" }, ours),
      commitmentTo({ ...impolite, own: B }, ours),
      commitmentTo({ ...impolite, theirs: A }, ours),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("a nonce", () => {
  it("is 256 bits that do not come again", () => {
    const drawn = Array.from({ length: 1_000 }, newNonce);
    for (const nonce of drawn) expect(nonce).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
