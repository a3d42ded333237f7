/** A session at a WHIP endpoint (RFC 9725). */
export interface WhipSession {
  readonly answer: string;
  /** What deletes it; null where the endpoint does not tell a page of another origin. */
  readonly resource: string | null;
}

/** The endpoint did not take the offer. */
export class WhipRefused extends Error {
  /** HTTP status; 0 when nothing was reached, or the endpoint does not let pages in (CORS). */
  readonly status: number;

  constructor(status: number) {
    super(`the WHIP endpoint answered ${status}`);
    this.status = status;
  }
}

const ANSWER_WITHIN_MS = 10_000;

/** Offers (§4.2): one POST, with every candidate in it, so that nothing has to be sent behind. */
export async function offerTo(
  endpoint: string,
  token: string,
  offer: string,
  request: typeof fetch,
): Promise<WhipSession> {
  const response = await request(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/sdp", ...bearer(token) },
    body: offer,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => null);
  if (response?.status !== 201) throw new WhipRefused(response?.status ?? 0);
  const location = response.headers.get("Location");
  return {
    answer: await response.text(),
    // Relative to where the offer arrived in the end: an endpoint may redirect (§4.2.4).
    resource: location === null ? null : new URL(location, response.url || endpoint).href,
  };
}

/** Ends the session (§4.2); goes out even when the page is being closed. */
export async function endSession(
  { resource }: WhipSession,
  token: string,
  request: typeof fetch,
): Promise<void> {
  if (resource === null) return;
  await request(resource, {
    method: "DELETE",
    headers: bearer(token),
    credentials: "omit",
    keepalive: true,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => undefined);
}

function bearer(token: string): Record<string, string> {
  return token === "" ? {} : { Authorization: `Bearer ${token}` };
}
