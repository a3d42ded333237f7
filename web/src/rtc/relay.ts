import type { IceServer } from "../protocol/messages";

/** A relay within reach answers in much less, in milliseconds; after this, people are told. */
export const RELAY_WITHIN_MS = 3_000;

/** What is known of a relay for this encounter, as long as the two are not connected. */
export type RelayOutlook =
  /** It is being asked. */
  | "open"
  /** It has given this page an address. */
  | "reached"
  /** There is none, or none has answered: only a direct path is left. */
  | "missing";

export interface Gathering {
  /** Whether the service named a relay at all. */
  readonly named: boolean;
  /** Whether a relayed candidate has been found. */
  readonly found: boolean;
  /** Whether all candidates have been found. */
  readonly complete: boolean;
  readonly sinceMillis: number;
}

/** Whether a relay is within reach, as far as one can tell by now. */
export function relayOutlook({ named, found, complete, sinceMillis }: Gathering): RelayOutlook {
  if (found) return "reached";
  return !named || complete || sinceMillis >= RELAY_WITHIN_MS ? "missing" : "open";
}

/** Whether a TURN server is among them (RFC 7065). */
export function namesRelay(servers: readonly IceServer[]): boolean {
  return servers.some(({ urls }) => urls.some((url) => /^turns?:/iu.test(url)));
}

/** Whether a candidate's line says that it is relayed; browsers do not all tell the type apart from it. */
export function isRelayed(candidate: string): boolean {
  return / typ relay(?: |$)/u.test(candidate);
}
