import { describe, expect, it } from "vitest";
import type { Body } from "../channel/Control";
import { commitmentTo, newNonce } from "./authenticationString";
import type { Ends } from "./authenticationString";
import { begin, receive } from "./handshake";
import type { Handshake } from "./handshake";

const impolite: Ends = { role: "impolite", own: "a1".repeat(32), theirs: "b2".repeat(32) };
const polite: Ends = { role: "polite", own: impolite.theirs, theirs: impolite.own };
const nonce = "01".repeat(32);
const theirNonce = "02".repeat(32);
const theirCommitment = {
  step: "commit",
  version: 1,
  commitment: commitmentTo(polite, theirNonce),
};
const theirReveal = { step: "reveal", nonce: theirNonce };

/** What becomes of the impolite page when these messages come, one after another. */
function after(...messages: readonly Body[]): { handshake: Handshake; sent: readonly Body[] } {
  const first = begin(impolite, nonce);
  let handshake = first.handshake;
  const sent = [...first.send];
  for (const message of messages) {
    const step = receive(handshake, message);
    handshake = step.handshake;
    sent.push(...step.send);
  }
  return { handshake, sent };
}

describe("the handshake", () => {
  it("comes to the same string on both pages, in whatever order their messages cross", () => {
    for (const orders of interleavings<"a" | "b">(["a", "a"], ["b", "b"])) {
      const a = begin(impolite, newNonce());
      const b = begin(polite, newNonce());
      const to = { a: [...b.send], b: [...a.send] };
      const pages = { a: a.handshake, b: b.handshake };
      for (const who of orders) {
        const message = to[who].shift();
        // Not sent yet: the other has to hear something first.
        if (message === undefined) continue;
        const step = receive(pages[who], message);
        pages[who] = step.handshake;
        to[who === "a" ? "b" : "a"].push(...step.send);
      }
      for (const who of ["a", "b", "a", "b"] as const)
        for (const message of to[who].splice(0))
          pages[who] = receive(pages[who], message).handshake;
      expect(stringOf(pages.a)).not.toBeNull();
      expect(stringOf(pages.a)).toEqual(stringOf(pages.b));
    }
  });

  it("tells its nonce to nobody who has not committed to theirs", () => {
    expect(JSON.stringify(after().sent)).not.toContain(nonce);
    expect(JSON.stringify(after(theirReveal).sent)).not.toContain(nonce);
    expect(after(theirCommitment).sent.at(-1)).toEqual({ step: "reveal", nonce });
  });

  it.each<[string, string, readonly Body[]]>([
    ["a nonce before a commitment", "out-of-order", [theirReveal]],
    ["a second commitment", "out-of-order", [theirCommitment, theirCommitment]],
    ["a commitment after the end", "out-of-order", [theirCommitment, theirReveal, theirCommitment]],
    ["a second nonce", "out-of-order", [theirCommitment, theirReveal, theirReveal]],
    [
      "another nonce than was committed to",
      "commitment-unmet",
      [theirCommitment, { step: "reveal", nonce: "03".repeat(32) }],
    ],
    [
      "its own commitment, sent back, and then its own nonce",
      "commitment-unmet",
      [
        { step: "commit", version: 1, commitment: commitmentTo(impolite, nonce) },
        { step: "reveal", nonce },
      ],
    ],
    [
      "a commitment for another certificate",
      "commitment-unmet",
      [
        {
          ...theirCommitment,
          commitment: commitmentTo({ ...polite, own: "c3".repeat(32) }, theirNonce),
        },
        theirReveal,
      ],
    ],
    ["a commitment that is no hash", "malformed", [{ ...theirCommitment, commitment: "x" }]],
    ["a nonce that is too short", "malformed", [theirCommitment, { step: "reveal", nonce: "02" }]],
    [
      "a nonce in capitals",
      "malformed",
      [theirCommitment, { step: "reveal", nonce: "AB".repeat(32) }],
    ],
    ["a version that is no number", "malformed", [{ ...theirCommitment, version: "1" }]],
  ])("breaks on %s: %s", (_what, because, messages) => {
    const { handshake } = after(...messages);
    expect(handshake).toEqual({ at: "broken", because });
    const later = receive(receive(handshake, theirCommitment).handshake, theirReveal);
    expect(later.handshake, "and stays broken").toEqual(handshake);
  });

  it("compares nothing with a page of another version", () => {
    expect(after({ ...theirCommitment, version: 2 }).handshake).toEqual({ at: "unsupported" });
  });

  it("passes over steps that a later version may have", () => {
    expect(after({ step: "sing" }, theirCommitment, theirReveal).handshake.at).toBe("agreed");
  });

  it("believes that they confirmed only once there is something to confirm", () => {
    const early = after({ step: "confirm" }, theirCommitment, theirReveal).handshake;
    expect(early).toMatchObject({ at: "agreed", theyConfirmed: false });
    expect(receive(early, { step: "confirm" }).handshake).toMatchObject({ theyConfirmed: true });
  });
});

function stringOf(handshake: Handshake) {
  return handshake.at === "agreed" ? handshake.string : null;
}

/** Every order in which two sequences can mix. */
function interleavings<T>(a: readonly T[], b: readonly T[]): readonly (readonly T[])[] {
  const [firstA, ...restA] = a;
  const [firstB, ...restB] = b;
  if (firstA === undefined) return [b];
  if (firstB === undefined) return [a];
  return [
    ...interleavings(restA, b).map((rest) => [firstA, ...rest]),
    ...interleavings(a, restB).map((rest) => [firstB, ...rest]),
  ];
}
