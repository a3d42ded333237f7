import type { IceServer } from "../protocol/messages";

/**
 * How a peer connection finds its path: through the servers of its round, and through relays alone if it must. Whoever
 * changes it later names the certificate again: Chromium takes one that is missing for another one.
 */
export function configurationOf(
  iceServers: readonly IceServer[],
  relayOnly: boolean,
  certificate: RTCCertificate | null,
): RTCConfiguration {
  return {
    iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
    iceTransportPolicy: relayOnly ? "relay" : "all",
    bundlePolicy: "max-bundle",
    ...(certificate === null ? {} : { certificates: [certificate] }),
  };
}
