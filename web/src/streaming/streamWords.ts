import { readObject } from "../protocol/fields";
import type { Breakdown, Line, LineState } from "./broadcast";

/** What the service says over the stream's socket. */
export type StreamWord =
  | { readonly type: "state"; readonly ready: boolean; readonly line: Line }
  | { readonly type: "ended"; readonly reason: string };

const STATES: ReadonlyMap<string, LineState> = new Map(
  Object.entries({
    connecting: "connecting",
    ready: "connecting",
    live: "live",
    congested: "congested",
    reconnecting: "reconnecting",
  } as const),
);

/** Reads a message of the service; null when it is none that this page knows. */
export function readStreamWord(text: string): StreamWord | null {
  const { type, state, bitsPerSecond, reason } = readObject(text) ?? {};
  if (type === "ended" && typeof reason === "string") return { type, reason };
  const known = typeof state === "string" ? STATES.get(state) : undefined;
  if (type !== "state" || known === undefined) return null;
  const bits = typeof bitsPerSecond === "number" ? bitsPerSecond : 0;
  return { type, ready: state !== "connecting", line: { state: known, bitsPerSecond: bits } };
}

const BREAKDOWNS: ReadonlyMap<string, Breakdown> = new Map(
  Object.entries({
    locked: "pass-lost",
    "pass-lost": "pass-lost",
    "bad-address": "bad-address",
    "forbidden-address": "forbidden-address",
    unreachable: "unreachable",
    refused: "key-refused",
    lost: "lost",
    "too-slow": "too-slow",
    "already-streaming": "already-streaming",
    "rate-limited": "busy",
    "node-full": "busy",
    "chain-unavailable": "busy",
    unavailable: "unavailable",
    "bad-media": "unsupported",
  } as const),
);

/** What the service's reason means to the person. */
export function breakdownOf(reason: string): Breakdown {
  return BREAKDOWNS.get(reason) ?? "failed";
}

/** After these a stream that has run may go on: the line was cut, and the service, or the ingest, is still to notice. */
const PASSING: ReadonlySet<string> = new Set([
  "already-streaming",
  "rate-limited",
  "refused",
  "unreachable",
  "silent",
  "restart",
]);

export function isPassing(reason: string): boolean {
  return PASSING.has(reason);
}
