import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readIdentity } from "./identity";

const der = new TextEncoder().encode("a certificate");
const theirs = createHash("sha256").update(der).digest("hex");
const own = "0a".repeat(32);
const colons = (digest: string) => (digest.match(/../g) ?? []).join(":").toUpperCase();
const described = (...fingerprints: readonly string[]) => ({
  type: "offer",
  sdp: fingerprints.map((digest) => `a=fingerprint:sha-256 ${colons(digest)}\r\n`).join(""),
});

const certificate = {
  expires: 0,
  getFingerprints: () => [
    { algorithm: "sha-1", value: "00:01" },
    { algorithm: "sha-256", value: colons(own) },
  ],
} as RTCCertificate;
/** As a browser has it that hands out neither certificate nor fingerprints. */
const opaque = { expires: 0 } as RTCCertificate;

const open = { state: "connected", getRemoteCertificates: () => [der.buffer] };
const silent = { state: "connected" };

interface Given {
  readonly transports?: readonly object[];
  readonly sctp?: object | null;
  readonly signalingState?: string;
  readonly remote?: object | null;
}

/** A connection as far as its certificates go. */
function connection(given: Given): RTCPeerConnection {
  const {
    transports = [open, open],
    sctp = null,
    signalingState = "stable",
    remote = null,
  } = given;
  return {
    signalingState,
    currentLocalDescription: described(own),
    currentRemoteDescription: remote,
    sctp,
    getTransceivers: () =>
      transports.map((transport) => ({ sender: { transport }, receiver: { transport } })),
  } as unknown as RTCPeerConnection;
}

describe("who the two ends are", () => {
  const known = { kind: "known", own, theirs };

  it("is read from the transport and the own certificate", () => {
    expect(readIdentity(connection({ sctp: { transport: open } }), certificate)).toEqual(known);
  });

  it("does not take their word for it where the transport can be asked", () => {
    const remote = described("ff".repeat(32));
    expect(readIdentity(connection({ remote }), certificate)).toEqual(known);
  });

  it("is what the browser has checked, where it does not hand out the certificate", () => {
    const given = { transports: [silent], remote: described(theirs, theirs) };
    expect(readIdentity(connection(given), opaque)).toEqual(known);
  });

  it.each<[string, object | null]>([
    ["nothing", null],
    ["two certificates, either of which may have been shown", described(theirs, own)],
    ["a hash that cannot be compared", { type: "offer", sdp: "a=fingerprint:sha-384 AA:BB\r\n" }],
  ])("is unclear where the description in force names %s", (_what, remote) => {
    const given = { transports: [silent], remote };
    expect(readIdentity(connection(given), opaque)).toEqual({ kind: "unclear" });
  });

  it.each<[string, Given]>([
    ["two transports carry media", { transports: [open, { ...open }] }],
    ["data goes another way than media", { sctp: { transport: { ...open } } }],
    [
      "there is no certificate",
      { transports: [{ state: "connected", getRemoteCertificates: () => [] }] },
    ],
  ])("is unclear when %s", (_what, given) => {
    expect(readIdentity(connection(given), certificate)).toEqual({ kind: "unclear" });
  });

  it.each<[string, Given]>([
    ["there is no transport yet", { transports: [] }],
    ["DTLS is not up", { transports: [{ ...open, state: "connecting" }] }],
    ["a description is on its way", { signalingState: "have-local-offer" }],
  ])("is unknown while %s", (_what, given) => {
    expect(readIdentity(connection(given), certificate)).toEqual({ kind: "unknown" });
  });
});
