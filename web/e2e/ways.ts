import type { Page } from "@playwright/test";

/** One side's candidates, as the newest connection's statistics have them. */
export interface Ways {
  readonly local: readonly string[];
  readonly remote: readonly string[];
  /** Types of the selected pair, as `local/remote`; null while there is none. */
  readonly selected: string | null;
  /** Addresses of the selected pair, as far as the browser tells them. */
  readonly ends: readonly string[];
}

/** Types of all candidates that the page knows of, and of those in use. */
export function ways(page: Page): Promise<Ways> {
  return page.evaluate(async () => {
    const report = await window.connections.at(-1)?.getStats();
    const all = [...((report?.values() ?? []) as Iterable<Record<string, string>>)];
    const types = (type: string) =>
      all.filter((each) => each["type"] === type).map((each) => each["candidateType"] ?? "");
    const withId = (id: string | undefined) => all.find((each) => each["id"] === id);
    const transport = all.find((each) => each["type"] === "transport");
    const pair = withId(transport?.["selectedCandidatePairId"]);
    const ends = [pair?.["localCandidateId"], pair?.["remoteCandidateId"]].map(withId);
    return {
      local: types("local-candidate"),
      remote: types("remote-candidate"),
      selected: pair === undefined ? null : ends.map((end) => end?.["candidateType"]).join("/"),
      ends: ends.flatMap((end) => end?.["address"] ?? []),
    };
  });
}
