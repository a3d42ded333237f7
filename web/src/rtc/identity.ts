import { sha256 } from "viem";
import { fingerprintsOf } from "./fingerprints";

/** SHA-256 of a DTLS certificate (its DER), in lower-case hex. */
export type Fingerprint = string;

/** Who the two ends of a connection are, by the certificates that DTLS has checked. */
export type Identity =
  /** DTLS is not up, or something is being negotiated. */
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly own: Fingerprint; readonly theirs: Fingerprint }
  /** More than one association: no single pair of certificates speaks for all that is sent. */
  | { readonly kind: "unclear" };

export const UNKNOWN: Identity = { kind: "unknown" };

/**
 * Reads both certificates from the transport.
 *
 * @param certificate the one that the connection was made with; null when the browser made one by itself
 */
export function readIdentity(pc: RTCPeerConnection, certificate: RTCCertificate | null): Identity {
  if (pc.signalingState !== "stable") return UNKNOWN;
  const transports = transportsOf(pc);
  const [transport] = transports;
  if (transport === undefined) return UNKNOWN;
  if (transports.size > 1) return { kind: "unclear" };
  if (transport.state !== "connected") return UNKNOWN;
  const own = ownFingerprint(pc, certificate);
  const theirs = theirFingerprint(pc, transport);
  if (own === null || theirs === null) return { kind: "unclear" };
  return { kind: "known", own, theirs };
}

export function isSameIdentity(a: Identity, b: Identity): boolean {
  if (a.kind === "known" && b.kind === "known") return a.own === b.own && a.theirs === b.theirs;
  return a.kind === b.kind;
}

/** Every DTLS transport that media or data pass; with everything bundled (RFC 9143) there is one. */
function transportsOf(pc: RTCPeerConnection): ReadonlySet<RTCDtlsTransport> {
  const all = pc
    .getTransceivers()
    .flatMap(({ sender, receiver }) => [sender.transport, receiver.transport]);
  return new Set([...all, pc.sctp?.transport ?? null].filter((transport) => transport !== null));
}

/** The own description is this browser's word about itself: it stands in for `getFingerprints`, where that is missing. */
function ownFingerprint(
  pc: RTCPeerConnection,
  certificate: RTCCertificate | null,
): Fingerprint | null {
  const { getFingerprints } = (certificate ?? {}) as Partial<RTCCertificate>;
  const found = getFingerprints
    ?.call(certificate)
    .find(({ algorithm }) => algorithm?.toLowerCase() === "sha-256")?.value;
  if (found !== undefined) return found.replaceAll(":", "").toLowerCase();
  return onlyOne(pc.currentLocalDescription ?? pc.localDescription);
}

/**
 * The certificate itself where the browser hands it out (Firefox does since 153). Elsewhere the fingerprint in the
 * description in force: DTLS is up, so the browser has checked the certificate against it (RFC 8122 §6.2) and would have
 * refused another; if it names exactly one, that is the certificate's.
 */
function theirFingerprint(pc: RTCPeerConnection, transport: RTCDtlsTransport): Fingerprint | null {
  const { getRemoteCertificates } = transport as Partial<RTCDtlsTransport>;
  if (getRemoteCertificates !== undefined) {
    const [certificate] = getRemoteCertificates.call(transport);
    return certificate === undefined ? null : sha256(new Uint8Array(certificate)).slice(2);
  }
  return onlyOne(pc.currentRemoteDescription);
}

function onlyOne(description: RTCSessionDescription | null): Fingerprint | null {
  const all = [...fingerprintsOf(description?.sdp ?? "")];
  const [only] = all;
  if (all.length !== 1 || only?.startsWith(SHA_256) !== true) return null;
  return only.slice(SHA_256.length).replaceAll(":", "");
}

const SHA_256 = "sha-256 ";
