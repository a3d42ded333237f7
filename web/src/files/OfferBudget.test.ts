import { expect, it } from "vitest";
import { MOST_OPEN, OFFER_EVERY_MS } from "./limits";
import { OfferBudget } from "./OfferBudget";

it("lets a handful of offers through at once, and then one after a while", () => {
  const budget = new OfferBudget(0);
  const shown = Array.from({ length: 100 }, () => budget.take(0)).filter(Boolean);
  expect(shown).toHaveLength(MOST_OPEN);
  expect(budget.take(OFFER_EVERY_MS)).toBe(true);
  expect(budget.take(OFFER_EVERY_MS)).toBe(false);
});

it("saves nothing up beyond the handful", () => {
  const budget = new OfferBudget(0);
  const later = 1_000 * OFFER_EVERY_MS;
  const shown = Array.from({ length: 100 }, () => budget.take(later)).filter(Boolean);
  expect(shown).toHaveLength(MOST_OPEN);
});
