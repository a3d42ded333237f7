import type { PeerPayload } from "../protocol/peerPayload";

/** What stands for "no candidate yet" (RFC 8840 §4.1.1), so that what remains is valid without the rest. */
const NOWHERE = ["IN", "IP4", "0.0.0.0"].join(" ");

/** Origins that say nothing about where somebody is. */
const NO_PLACE: readonly string[] = ["0.0.0.0", "127.0.0.1", "::", "::1"];

/** Where in `foundation component transport priority address port typ <type>` the type stands. */
const TYPE = 7;

/**
 * What may be told to the other, or heard from them, when somebody hides their address: relayed candidates only,
 * and no address beside them. Null when nothing is left.
 */
export function relayOnly(payload: PeerPayload): PeerPayload | null {
  switch (payload.kind) {
    case "description": {
      const { type, sdp } = payload.description;
      return { kind: "description", description: { type, sdp: relayedDescription(sdp ?? "") } };
    }
    case "candidate": {
      const { candidate } = payload;
      // An empty line ends the candidates of one generation.
      if (candidate === null || (candidate.candidate ?? "") === "") return payload;
      const line = relayedCandidate(candidate.candidate ?? "");
      return line === null
        ? null
        : { kind: "candidate", candidate: { ...candidate, candidate: line } };
    }
    default:
      return payload satisfies never;
  }
}

/** A session description (RFC 8866) without any address but those of relays. */
function relayedDescription(sdp: string): string {
  return sdp
    .split(/(?<=\n)|(?<=\r)(?!\n)/u)
    .map((line) => {
      const text = line.trimEnd();
      const kept = relayedLine(text);
      return kept === null ? "" : kept + line.slice(text.length);
    })
    .join("");
}

function relayedLine(line: string): string | null {
  const start = line.trimStart().toLowerCase();
  if (start.startsWith("a=candidate:") || start.startsWith("candidate:"))
    return relayedCandidate(line);
  if (start.startsWith("a=remote-candidates:") || start.startsWith("a=source-filter:")) return null;
  if (start.startsWith("a=rtcp:")) return `a=rtcp:9 ${NOWHERE}`;
  if (start.startsWith("c=")) return `c=${NOWHERE}`;
  if (start.startsWith("o=")) return origin(line);
  return start.startsWith("m=") ? media(line) : line;
}

/** A candidate's line (RFC 8839 §5.1), with or without `a=`; null when it is not relayed. */
function relayedCandidate(line: string): string | null {
  const words = line.trim().split(/\s+/u);
  if (words[TYPE - 1] !== "typ" || words[TYPE] !== "relay") return null;
  // Where the relay sees its client, in pairs of name and value behind the type.
  for (let at = TYPE + 1; at + 1 < words.length; at += 2) {
    if (words[at] === "raddr") words[at + 1] = words[at + 1]?.includes(":") ? "::" : "0.0.0.0";
    if (words[at] === "rport") words[at + 1] = "0";
  }
  return words.join(" ");
}

/** `o=username id version IN IP4 address`. */
function origin(line: string): string {
  const words = line.trim().split(/\s+/u);
  if (words.length !== 6) return `o=- 0 0 ${NOWHERE}`;
  return NO_PLACE.includes(words[5] ?? "") ? line : [...words.slice(0, 3), NOWHERE].join(" ");
}

/** `m=media port protocol formats`; a port of 0 rejects, and stays. */
function media(line: string): string {
  const [kind = "", port, ...rest] = line.trim().split(/\s+/u);
  return [kind, port === "0" ? "0" : "9", ...rest].join(" ");
}
