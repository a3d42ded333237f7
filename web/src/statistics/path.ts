import { count, number, text } from "./members";
import type { Statistic } from "./Statistics";

export type CandidateType = "host" | "srflx" | "prflx" | "relay";

/** The way that packets take: the selected candidate pair and its transport. */
export interface Path {
  readonly local: CandidateType | null;
  readonly remote: CandidateType | null;
  /** How packets leave this device: "udp", "tcp" or "tls". */
  readonly protocol: string | null;
  /** Seconds, from ICE's own checks. */
  readonly roundTrip: number | null;
  /** What the browser thinks the way out can carry, in bit/s. */
  readonly uplink: number | null;
  /** "1.3" for DTLS 1.3. */
  readonly dtls: string | null;
  /** The cipher of the media (RFC 3711, RFC 7714). */
  readonly cipher: string | null;
}

/** DTLS counts its versions down, as the complement of TLS's (RFC 9147 §5.3). */
const DTLS: Readonly<Record<string, string>> = { FEFF: "1.0", FEFD: "1.2", FEFC: "1.3" };

/** Finds the selected pair in a report; null before there is one. */
export function pathOf(statistics: readonly Statistic[]): Path | null {
  const byId = new Map(statistics.map((statistic) => [statistic.id, statistic]));
  const transport = statistics.find(({ type }) => type === "transport");
  const pair = byId.get(text(transport?.["selectedCandidatePairId"]) ?? "") ?? pairOf(statistics);
  if (pair === undefined) return null;
  const local = byId.get(text(pair["localCandidateId"]) ?? "");
  const remote = byId.get(text(pair["remoteCandidateId"]) ?? "");
  return {
    local: candidateType(local?.["candidateType"]),
    remote: candidateType(remote?.["candidateType"]),
    protocol: text(local?.["relayProtocol"]) ?? text(local?.["protocol"]),
    roundTrip: number(pair["currentRoundTripTime"]),
    uplink: number(pair["availableOutgoingBitrate"]),
    dtls: DTLS[text(transport?.["tlsVersion"])?.toUpperCase() ?? ""] ?? null,
    cipher: text(transport?.["srtpCipher"]),
  };
}

/** Browsers that do not name the selected pair mark it, or it is the nominated one that carries something. */
function pairOf(statistics: readonly Statistic[]): Statistic | undefined {
  const pairs = statistics.filter(({ type }) => type === "candidate-pair");
  return (
    pairs.find((pair) => pair["selected"] === true) ??
    pairs
      .filter((pair) => pair["nominated"] === true && pair["state"] === "succeeded")
      .sort((one, other) => count(other["bytesReceived"]) - count(one["bytesReceived"]))[0]
  );
}

function candidateType(member: unknown): CandidateType | null {
  return member === "host" || member === "srflx" || member === "prflx" || member === "relay"
    ? member
    : null;
}
