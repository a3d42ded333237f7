import { SUBJECTS } from "../composition/subject";
import type { Subject } from "../composition/subject";

/** The kinds of files that a recording can become. */
export const CONTAINERS = ["mp4", "webm"] as const;
export type Container = (typeof CONTAINERS)[number];

/** What is known of a recording from its first moment on. */
export interface About {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly subject: Subject;
  readonly container: Container;
}

/** What is known of one that is whole. */
export interface Facts {
  /** In milliseconds. */
  readonly length: number;
}

/** Reads what was written beside a recording; null when it is not that, as when a browser was killed while writing. */
export function readAbout(text: string): About | null {
  const about = parse(text);
  const { id, startedAt } = about;
  const subject = SUBJECTS.find((each) => each === about["subject"]);
  const container = CONTAINERS.find((each) => each === about["container"]);
  if (typeof id !== "string" || typeof startedAt !== "number") return null;
  if (subject === undefined || container === undefined) return null;
  return { id, startedAt, subject, container };
}

/** Reads the facts of one that is whole; null when they were not all written. */
export function readFacts(text: string): Facts | null {
  const { length } = parse(text);
  return typeof length === "number" && length >= 0 ? { length } : null;
}

/** The name under which a recording is saved: it sorts by time, and every system takes it. */
export function fileName({ startedAt, container }: Pick<About, "startedAt" | "container">): string {
  const at = new Date(startedAt);
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(".");
  return `passerby-${day}-${time}.${container}`;
}

/** By itself: the lobby, which looks for recordings that were cut off, loads nothing else of `protocol/fields.ts` for it. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
