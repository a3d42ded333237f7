import type { Slot } from "../media/slots";
import chromium from "./reports/chromium-147.json";
import firefox from "./reports/firefox-153.json";
import type { Report, Statistic } from "./Statistics";

/** Two reports of one connection, a second apart, as a browser gave them. */
export interface Recorded {
  readonly first: Report;
  readonly second: Report;
}

const SLOTS = new Map<string, Slot>([
  ["0", "microphone"],
  ["1", "camera"],
  ["2", "screen"],
  ["3", "screen-sound"],
]);

/** For tests: what real browsers said while they sent each other a camera and a microphone, and no screen. */
export const RECORDED = { chromium: recorded(chromium), firefox: recorded(firefox) };

function recorded(reports: {
  first: readonly Statistic[];
  second: readonly Statistic[];
}): Recorded {
  return {
    first: { at: 1_000, statistics: reports.first, slots: SLOTS },
    second: { at: 2_000, statistics: reports.second, slots: SLOTS },
  };
}

/** The same report without some members, as a browser that does not have them would give it. */
export function without(report: Report, ...members: readonly string[]): Report {
  return {
    ...report,
    statistics: report.statistics.map((statistic) => {
      const kept = Object.entries(statistic).filter(([member]) => !members.includes(member));
      return Object.fromEntries(kept) as unknown as Statistic;
    }),
  };
}
