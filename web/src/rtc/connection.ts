/** How the media path to the other is doing. */
export type Connection =
  | "connecting"
  | "steady"
  /** Interrupted; ICE restart is being tried. */
  | "weak"
  /** Gone for good. */
  | "lost";

/** What `RTCPeerConnection` says, and whether media ever flowed, as one of four words. */
export function connectionOf(
  connection: RTCPeerConnectionState,
  dtls: RTCDtlsTransportState,
  everSteady: boolean,
): Connection {
  // The other side closed: it says so inside DTLS, no need to wait for ICE to find out.
  if (connection === "closed" || dtls === "closed" || dtls === "failed") return "lost";
  switch (connection) {
    case "connected":
      return "steady";
    case "disconnected":
    case "failed":
      return "weak";
    case "new":
    case "connecting":
      return everSteady ? "weak" : "connecting";
    default:
      return connection satisfies never;
  }
}
