import { describe, expect, it } from "vitest";
import type { Body } from "../channel/Control";
import { authenticationString, newNonce } from "./authenticationString";
import type { Ends, Role } from "./authenticationString";
import { begin, receive } from "./handshake";
import type { Handshake } from "./handshake";

/** An honest page, as somebody in the middle meets it: they choose what it hears, and hear what it says. */
class Page {
  readonly ends: Ends;
  readonly said: Body[] = [];
  handshake: Handshake;

  constructor(ends: Ends) {
    this.ends = ends;
    const { handshake, send } = begin(ends, newNonce());
    this.handshake = handshake;
    this.said.push(...send);
  }

  hears(message: Body): void {
    const { handshake, send } = receive(this.handshake, message);
    this.handshake = handshake;
    this.said.push(...send);
  }

  get string(): string | null {
    return this.handshake.at === "agreed"
      ? this.handshake.string.map(({ name }) => name).join()
      : null;
  }

  /** The nonce, if the page has said it. */
  get revealed(): string | null {
    const nonce = this.said.find(({ step }) => step === "reveal")?.["nonce"];
    return typeof nonce === "string" ? nonce : null;
  }
}

const A = "a1".repeat(32);
const B = "b2".repeat(32);
const opposite: Record<Role, Role> = { polite: "impolite", impolite: "polite" };

/** The two honest pages, and the certificates that somebody in the middle shows to each. */
function scene(roles: readonly [Role, Role] = ["impolite", "polite"]) {
  const shownToA = newNonce();
  const shownToB = newNonce();
  const a = new Page({ role: roles[0], own: A, theirs: shownToA });
  const b = new Page({ role: roles[1], own: B, theirs: shownToB });
  return { a, b, towardsA: asSeenFrom(a), towardsB: asSeenFrom(b) };
}

/** The ends of an association from the intruder's side. */
function asSeenFrom({ ends }: Page): Ends {
  return { role: opposite[ends.role], own: ends.theirs, theirs: ends.own };
}

/** Commits to a nonce as an honest page would, and later reveals one. */
function commit(page: Page, towards: Ends, nonce: string): void {
  for (const message of begin(towards, nonce).send) page.hears(message);
}
function reveal(page: Page, nonce: string): void {
  page.hears({ step: "reveal", nonce });
}

const ROLES: readonly (readonly [Role, Role])[] = [
  ["impolite", "polite"],
  ["polite", "impolite"],
  // A service may lie about that, too.
  ["polite", "polite"],
  ["impolite", "impolite"],
];

describe("somebody in the middle", () => {
  it.each(ROLES)(
    "who makes a handshake with each (%s and %s) never gets both to show the same, in any order",
    (...roles) => {
      for (let attempt = 0; attempt < 500; attempt++) {
        for (const order of ["a first", "b first", "commitments first"] as const) {
          const { a, b, towardsA, towardsB } = scene(roles);
          const [nonceA, nonceB] = [newNonce(), newNonce()];
          if (order !== "b first") commit(a, towardsA, nonceA);
          if (order === "a first") reveal(a, nonceA);
          commit(b, towardsB, nonceB);
          reveal(b, nonceB);
          if (order === "b first") commit(a, towardsA, nonceA);
          if (order !== "a first") reveal(a, nonceA);
          expect(a.string).not.toBeNull();
          expect(b.string).not.toBeNull();
          expect(a.string).not.toBe(b.string);
        }
      }
    },
  );

  it("who uses one nonce towards both gets no further", () => {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      const { a, b, towardsA, towardsB } = scene();
      const nonce = newNonce();
      commit(a, towardsA, nonce);
      commit(b, towardsB, nonce);
      reveal(a, nonce);
      reveal(b, nonce);
      expect(a.string).not.toBe(b.string);
    }
  });

  it("who passes everything on is found out by both pages themselves", () => {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      const { a, b } = scene();
      for (const step of [0, 1]) {
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const message = from.said[step];
          if (message !== undefined) to.hears(message);
        }
      }
      expect(a.handshake).toEqual({ at: "broken", because: "commitment-unmet" });
      expect(b.handshake).toEqual({ at: "broken", because: "commitment-unmet" });
    }
  });

  it("who repeats to each page its own words is found out", () => {
    for (const roles of ROLES) {
      const { a } = scene(roles);
      for (const step of [0, 1]) {
        const message = a.said[step];
        if (message !== undefined) a.hears(message);
      }
      expect(a.handshake).toEqual({ at: "broken", because: "commitment-unmet" });
    }
  });

  it("has only a guess: single pictures agree as often as chance has it", () => {
    const attempts = 4_000;
    let same = 0;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { a, b, towardsA, towardsB } = scene();
      const [nonceA, nonceB] = [newNonce(), newNonce()];
      commit(a, towardsA, nonceA);
      commit(b, towardsB, nonceB);
      reveal(a, nonceA);
      reveal(b, nonceB);
      if (a.string?.split(",")[0] === b.string?.split(",")[0]) same++;
    }
    // 62.5 are expected; six standard deviations (7.8 each) either way do not happen.
    expect(same).toBeGreaterThan(62.5 - 47);
    expect(same).toBeLessThan(62.5 + 47);
  });

  describe("who knows both nonces before choosing their own", () => {
    /** Tries nonces until B's first two pictures are those that A shows: 4096 tries on average. */
    const grind = (target: readonly string[], towardsB: Ends, nonceOfB: string): string | null => {
      for (let attempt = 0; attempt < 60_000; attempt++) {
        const nonce = newNonce();
        const string = authenticationString(towardsB, nonce, nonceOfB).map(({ name }) => name);
        if (string[0] === target[0] && string[1] === target[1]) return nonce;
      }
      return null;
    };

    it("could choose what B shows, so that the commitment is needed; with it, B hangs up", () => {
      const { a, b, towardsA, towardsB } = scene();
      const nonceA = newNonce();
      commit(a, towardsA, nonceA);
      reveal(a, nonceA);
      commit(b, towardsB, newNonce());
      expect(b.revealed, "B speaks once it has a commitment").not.toBeNull();

      const ground = grind(a.string?.split(",") ?? [], towardsB, b.revealed ?? "");
      expect(ground, "grinding itself is easy").not.toBeNull();
      reveal(b, ground ?? "");
      expect(b.handshake).toEqual({ at: "broken", because: "commitment-unmet" });
    });

    it("never does: a page that has no commitment has not said its nonce", () => {
      const { b, towardsB } = scene();
      expect(b.revealed).toBeNull();
      reveal(b, newNonce());
      expect(b.revealed).toBeNull();
      expect(b.handshake).toEqual({ at: "broken", because: "out-of-order" });
      commit(b, towardsB, newNonce());
      expect(b.revealed, "and does not say it afterwards").toBeNull();
    });

    it("cannot commit anew once they know more", () => {
      const { b, towardsB } = scene();
      commit(b, towardsB, newNonce());
      expect(b.revealed).not.toBeNull();
      commit(b, towardsB, newNonce());
      expect(b.handshake).toEqual({ at: "broken", because: "out-of-order" });
    });
  });
});
