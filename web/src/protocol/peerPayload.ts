import { isObject } from "./fields";
import type { Payload } from "./messages";

/** What the two pages say to each other inside `signal`. The service relays it unread. */
export type PeerPayload =
  | { readonly kind: "description"; readonly description: RTCSessionDescriptionInit }
  | { readonly kind: "candidate"; readonly candidate: RTCIceCandidateInit | null };

export function toPayload(payload: PeerPayload): Payload {
  switch (payload.kind) {
    case "description":
      return {
        description: { type: payload.description.type, sdp: payload.description.sdp ?? "" },
      };
    case "candidate":
      return { candidate: payload.candidate };
    default:
      return payload satisfies never;
  }
}

/** Reads what the other page sent; null when it is nothing this page understands. The other page is a stranger's: trust no shape. */
export function fromPayload(payload: Payload): PeerPayload | null {
  const { description, candidate } = payload;
  if (isObject(description)) {
    const { type, sdp } = description;
    if ((type === "offer" || type === "answer") && typeof sdp === "string") {
      return { kind: "description", description: { type, sdp } };
    }
    return null;
  }
  if (candidate === null) return { kind: "candidate", candidate: null };
  if (isObject(candidate)) return readCandidate(candidate);
  return null;
}

function readCandidate(from: Readonly<Record<string, unknown>>): PeerPayload | null {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = from;
  if (typeof candidate !== "string") return null;
  const mid = typeof sdpMid === "string" ? sdpMid : null;
  const line = typeof sdpMLineIndex === "number" ? sdpMLineIndex : null;
  // RTCPeerConnection refuses a candidate that says neither where it belongs; so do we, before it throws.
  if (mid === null && line === null) return null;
  return {
    kind: "candidate",
    candidate: {
      candidate,
      sdpMid: mid,
      sdpMLineIndex: line,
      usernameFragment: typeof usernameFragment === "string" ? usernameFragment : null,
    },
  };
}
