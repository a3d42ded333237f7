import { parseEther } from "viem";
import { expect, test } from "vitest";
import type { Holdings, StakingTerms } from "./passes";
import { standingOf } from "./standing";

const TERMS: StakingTerms = {
  minimum: parseEther("0.1"),
  announced: undefined,
  warmUp: 3_600,
  cooldown: 86_400,
  sessionLimit: 300,
};
const HOLDINGS: Holdings = {
  staked: true,
  active: parseEther("0.1"),
  countsFrom: 1_000,
  pending: 0n,
  withdrawableAt: 0,
  passCount: 0,
  features: [],
  balance: 0n,
  chainTime: 2_000,
};

const said = (terms: Partial<StakingTerms>, holdings: Partial<Holdings>) =>
  standingOf({ ...TERMS, ...terms }, { ...HOLDINGS, ...holdings }, 2_000_000);

test("nothing where all is well, or where nothing is staked", () => {
  expect(said({}, {})).toBeNull();
  expect(said({}, { active: 0n, staked: false })).toBeNull();
});

test("how long a stake still warms up", () =>
  expect(said({}, { staked: false, countsFrom: 2_090 })).toEqual({
    kind: "warming-up",
    seconds: 90,
  }));

test("that a minimum was raised above it", () =>
  expect(said({ minimum: parseEther("0.25") }, { staked: false })).toEqual({
    kind: "below-minimum",
    least: parseEther("0.25"),
    missing: parseEther("0.15"),
  }));

test("that a minimum will be raised above it, and only then", () => {
  const announced = { minimum: parseEther("0.2"), effectiveAt: 2_000 + 86_400 };
  expect(said({ announced }, {})).toEqual({
    kind: "minimum-rises",
    seconds: 86_400,
    least: parseEther("0.2"),
  });
  expect(said({ announced }, { active: parseEther("0.2") })).toBeNull();
});
