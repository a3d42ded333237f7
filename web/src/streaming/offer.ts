/** What this node can stream. */
export interface Offer {
  /** RTMP, for browsers that send H.264. */
  readonly rtmp: boolean;
  /** RTMP for others, too. */
  readonly transcoding: boolean;
}

/** The service answers such a question within so many milliseconds, or not at all. */
const WITHIN_MS = 10_000;

/** Asks the service; a service that does not answer can nothing. */
export async function readOffer(): Promise<Offer> {
  const answer: unknown = await fetch("/api/streaming", {
    cache: "no-store",
    signal: AbortSignal.timeout(WITHIN_MS),
  })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const said: Partial<Record<keyof Offer, unknown>> = { ...(answer as object | null) };
  return { rtmp: said.rtmp === true, transcoding: said.transcoding === true };
}
