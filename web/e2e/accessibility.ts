import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Person } from "./person";

/** axe finds nothing serious on what this person sees now. */
export async function expectAccessible(person: Person, screen: string): Promise<void> {
  await person.page.evaluate(arrived);
  const { violations } = await new AxeBuilder({ page: person.page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary ?? ""}`),
    }));
  expect.soft(serious, `${screen}, as ${person.name} sees it`).toEqual([]);
}

/** What fades in has its colours only at the end; what moves for ever is as it is. */
async function arrived(): Promise<void> {
  const coming = document
    .getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
  await Promise.allSettled(coming.map(({ finished }) => finished));
}
