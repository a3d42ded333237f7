import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PeerPayload } from "../protocol/peerPayload";
import { relayOnly } from "./relayOnly";

/** What Chromium gathered in a network with IPv4, IPv6 and a relay; the service's tests read the same file. */
const GATHERED = readFileSync(
  new URL("../../../backend/src/test/resources/sdp/chromium-gathered.sdp", import.meta.url),
  "utf8",
);

/** Where the person is, and where their router is. */
const SECRET = /192\.0\.2\.2|fd00::2|203\.0\.113\.9/u;

function description(sdp: string): string {
  const kept = relayOnly({ kind: "description", description: { type: "offer", sdp } });
  if (kept?.kind !== "description") throw new Error("a description stays one");
  return kept.description.sdp ?? "";
}

function candidate(line: string): string | null | undefined {
  const payload: PeerPayload = { kind: "candidate", candidate: { candidate: line, sdpMid: "0" } };
  const kept = relayOnly(payload);
  return kept?.kind === "candidate" ? kept.candidate?.candidate : null;
}

describe("what is told when somebody hides their address", () => {
  it("holds the relay's addresses and no other", () => {
    expect(GATHERED).toMatch(SECRET);
    const sdp = description(GATHERED);
    expect(sdp).not.toMatch(SECRET);
    expect(sdp.match(/^a=candidate:.*$/gmu)).toHaveLength(3);
    expect(sdp).toContain("198.51.100.7 51034 typ relay raddr 0.0.0.0 rport 0 ");
    expect(sdp.match(/^c=.*$/gmu)?.map((line) => line.trim())).toEqual(
      Array(3).fill("c=IN IP4 0.0.0.0"),
    );
    expect(sdp).toMatch(/^m=audio 9 UDP/mu);
  });

  it("leaves every other line as it is, and changes nothing twice", () => {
    const quiet = (sdp: string) =>
      sdp.split("\r\n").filter((line) => !/^(a=candidate:|c=|m=)/u.test(line));
    const sdp = description(GATHERED);
    expect(quiet(sdp)).toEqual(quiet(GATHERED));
    expect(description(sdp)).toBe(sdp);
  });

  it.each([
    "o=- 1 2 IN IP4 192.0.2.2",
    "o=somebody at 192.0.2.2",
    "c=IN IP6 fd00::2",
    "a=rtcp:48660 IN IP4 203.0.113.9",
    "a=remote-candidates:1 192.0.2.2 48659",
    "a=source-filter: incl IN IP4 * 203.0.113.9",
    "A=CANDIDATE:1 1 udp 5 192.0.2.2 4 typ host",
    " a=candidate:1 1 udp 5 192.0.2.2 4 typ host",
  ])("hides the address in %s, however lines end", (line) => {
    for (const end of ["\r\n", "\n", "\r"]) {
      const sdp = description(["v=0", line, "t=0 0", "m=audio 0 RTP/AVP 0", ""].join(end));
      expect(sdp).not.toMatch(SECRET);
      expect(sdp).toContain(`t=0 0${end}m=audio 0 RTP/AVP 0${end}`);
    }
  });

  it.each([
    "candidate:1 1 udp 2122260223 192.0.2.2 54321 typ host",
    "candidate:1 1 udp 2122260223 8f6a1b.local 54321 typ host",
    "candidate:1 1 udp 5 203.0.113.9 54321 typ srflx raddr 192.0.2.2 rport 54321",
    "candidate:1 1 udp 5 192.0.2.2 54321 typ host typ relay",
    "candidate:192.0.2.2",
    "192.0.2.2",
  ])("is nothing instead of %s", (line) => {
    expect(candidate(line)).toBeNull();
  });

  it("does not say where the relay sees its client", () => {
    expect(
      candidate(
        "candidate:1 1 udp 5 198.51.100.7 62579 typ relay raddr 203.0.113.9 rport 9 ufrag x",
      ),
    ).toBe("candidate:1 1 udp 5 198.51.100.7 62579 typ relay raddr 0.0.0.0 rport 0 ufrag x");
    expect(candidate("candidate:1 1 udp 5 2001:db8::7 1 typ relay raddr fd00::2 rport 9")).toBe(
      "candidate:1 1 udp 5 2001:db8::7 1 typ relay raddr :: rport 0",
    );
  });

  it("still says when there are no more candidates", () => {
    const end: PeerPayload = { kind: "candidate", candidate: null };
    expect(relayOnly(end)).toEqual(end);
    expect(candidate("")).toBe("");
  });
});
