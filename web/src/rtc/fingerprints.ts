const FINGERPRINT = /^a=fingerprint:([\w-]+)[ \t]+([0-9a-f]{2}(?::[0-9a-f]{2})*)[ \t]*$/gim;

/** The certificates that a session description claims (RFC 8122 §5), as "sha-256 ab:cd:…", each once. */
export function fingerprintsOf(sdp: string): ReadonlySet<string> {
  return new Set(
    [...sdp.matchAll(FINGERPRINT)].map(([, algorithm, value]) =>
      `${algorithm ?? ""} ${value ?? ""}`.toLowerCase(),
    ),
  );
}

/**
 * Whether a further description speaks of the same certificates as the first. If not, applying it would begin a new DTLS
 * association with somebody else (RFC 8842 §5.1), after the two have compared who they are.
 */
export function speaksOfTheSame(first: ReadonlySet<string>, sdp: string): boolean {
  const now = fingerprintsOf(sdp);
  return now.size > 0 && [...now].every((fingerprint) => first.has(fingerprint));
}
