import { expect, it } from "vitest";
import { daysAround, rendezvousOf } from "./rendezvous";

const secret = new Uint8Array(32).fill(9);
const NOON = Date.UTC(2026, 10, 22, 12);
const one = { secret, side: "polite", visible: true } as const;
const two = { secret, side: "impolite", visible: true } as const;

it("two contacts seek each other where the other is found", () => {
  expect(rendezvousOf(one, NOON).sought).toEqual(rendezvousOf(two, NOON).found);
  expect(rendezvousOf(two, NOON).sought).toEqual(rendezvousOf(one, NOON).found);
  expect(rendezvousOf(one, NOON).found).not.toEqual(rendezvousOf(one, NOON).sought);
});

it("nobody is found who does not want to be seen, and they may still look", () => {
  const hidden = rendezvousOf({ ...one, visible: false }, NOON);
  expect(hidden.found).toEqual([]);
  expect(hidden.sought).toEqual(rendezvousOf(one, NOON).sought);
});

it("another day, and another two, have other ids", () => {
  const today = rendezvousOf(one, NOON).found;
  expect(rendezvousOf(one, NOON + 86_400_000).found).not.toEqual(today);
  expect(rendezvousOf({ ...one, secret: new Uint8Array(32) }, NOON).found).not.toEqual(today);
  expect(today).toHaveLength(1);
  expect(today[0]).toMatch(/^[\w-]{21}[AQgw]$/);
});

it("clocks that are an hour apart find each other at midnight", () => {
  const midnight = Date.UTC(2026, 10, 23);
  expect(daysAround(midnight - 1)).toEqual(["2026-11-22", "2026-11-23"]);
  expect(daysAround(midnight + 1)).toEqual(["2026-11-22", "2026-11-23"]);
  expect(daysAround(NOON)).toEqual(["2026-11-22"]);
});
