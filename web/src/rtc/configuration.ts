import type { IceServer } from "../protocol/messages";

/** How a peer connection finds its path: through the servers of its round, and through relays alone if it must. */
export function configurationOf(
  iceServers: readonly IceServer[],
  relayOnly: boolean,
): RTCConfiguration {
  return {
    iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
    iceTransportPolicy: relayOnly ? "relay" : "all",
    bundlePolicy: "max-bundle",
  };
}
