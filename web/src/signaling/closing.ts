/** What the end of a socket means for the page, whatever the number was. */
export type Closing =
  /** The wallet is no longer signed in: do not come back without it. */
  | "signed-out"
  /** The service restarts: come back soon, but not all at once. */
  | "restart"
  /** The service found this page impolite or too fast: come back late. */
  | "refused"
  /** Anything else, the network first of all: come back. */
  | "lost";

/** Maps a WebSocket close code (RFC 6455 §7.4, 4000–4999 the service's own) to what it means. */
export function closingOf(code: number): Closing {
  switch (code) {
    case 4401: // signed out
    case 4408: // session expired
      return "signed-out";
    case 1012:
      return "restart";
    case 1003: // a binary frame
    case 1007: // invalid UTF-8
    case 1008: // policy: repeated errors or too many messages
    case 1009: // too big
    case 4409: // another socket has our line, of which we know nothing: no quarrel over it
      return "refused";
    default: // 1006 network, 1013 outbox overflow, …
      return "lost";
  }
}

/** What this page closes a socket with when it is done. */
export const DONE = 1000;
/** And when it will go on with another: after 1000 the service would not wait. */
export const COMING_BACK = 4000;

const FIRST_MS = 500;
/** While the service still keeps our line, every second counts. */
const EAGER_MS = 4_000;
const EAGER_ATTEMPTS = 10;
const LONGEST_MS = 20_000;
const REFUSED_MS = 10_000;

/**
 * How long to wait before the next attempt, in milliseconds: exponential with jitter, so that a
 * service that comes back is not met by everybody in the same second.
 *
 * @param attempt 0 for the first attempt after a loss
 * @param within  the service's own wish from `going-away`, or null
 * @param random  in [0, 1)
 */
export function backoff(
  closing: Closing,
  attempt: number,
  within: number | null,
  random: number,
): number {
  if (closing === "restart" && within !== null && attempt === 0) {
    return Math.round(Math.min(within, LONGEST_MS) * random);
  }
  const longest = attempt < EAGER_ATTEMPTS ? EAGER_MS : LONGEST_MS;
  const ceiling = Math.min(longest, FIRST_MS * 2 ** Math.min(attempt, 10));
  const floor = closing === "refused" ? REFUSED_MS : 0;
  return Math.round(floor + ceiling * (0.2 + 0.8 * random));
}
