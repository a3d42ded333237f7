import type { PeerPayload } from "../protocol/peerPayload";
import { fingerprintsOf, speaksOfTheSame } from "./fingerprints";
import { isCandidateFault, onDescription, QUIET } from "./negotiation";
import type { Negotiation } from "./negotiation";
import { withOpusParameters } from "./opus";

/** Candidates kept for a description that has not come: more than any honest page gathers. */
const MOST_EARLY = 64;

/** What the negotiation needs of the connection around it. */
export interface NegotiatorEdges {
  readonly polite: boolean;
  /** To be relayed to the other page. */
  readonly signal: (payload: PeerPayload) => void;
  /** An offer of theirs has been applied and is about to be answered. */
  readonly beforeAnswer: () => void;
  readonly fault: (step: string, error: unknown) => void;
}

/** Carries out W3C perfect negotiation on one connection; what to do is decided in `negotiation.ts`. */
export class Negotiator {
  readonly #pc: RTCPeerConnection;
  readonly #edges: NegotiatorEdges;
  readonly #early: (RTCIceCandidateInit | null)[] = [];
  #flags: Negotiation = QUIET;
  /** Whom the first description that was applied speaks of; nobody else is let in later. */
  #theirs: ReadonlySet<string> | null = null;
  #described = false;
  #closed = false;

  constructor(pc: RTCPeerConnection, edges: NegotiatorEdges) {
    this.#pc = pc;
    this.#edges = edges;
    pc.onnegotiationneeded = () => void this.#offer();
    pc.onicecandidate = ({ candidate }) => {
      edges.signal({ kind: "candidate", candidate: candidate?.toJSON() ?? null });
    };
  }

  receive(payload: PeerPayload): void {
    if (this.#closed) return;
    switch (payload.kind) {
      case "description":
        void this.#describe(payload.description);
        return;
      case "candidate":
        // RTCPeerConnection queues candidates behind a description it was given, but refuses those that come before any.
        if (this.#described) void this.#addCandidate(payload.candidate);
        else if (this.#early.length < MOST_EARLY) this.#early.push(payload.candidate);
        return;
      default:
        payload satisfies never;
    }
  }

  /** An offer that was lost on its way would be waited upon for ever; one that was not is answered twice. */
  sayAgain(): void {
    if (this.#pc.signalingState === "have-local-offer") this.#sendDescription();
  }

  close(): void {
    this.#closed = true;
    this.#pc.onnegotiationneeded = this.#pc.onicecandidate = null;
  }

  async #offer(): Promise<void> {
    try {
      this.#flags = { ...this.#flags, makingOffer: true };
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } catch (error) {
      this.#edges.fault("offer", error);
    } finally {
      this.#flags = { ...this.#flags, makingOffer: false };
    }
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type !== "offer" && description.type !== "answer") return;
    const decision = onDescription(
      this.#flags,
      this.#edges.polite,
      this.#pc.signalingState,
      description.type,
    );
    this.#flags = decision.flags;
    if (decision.reaction === "ignore") return;
    try {
      this.#theirs ??= fingerprintsOf(description.sdp ?? "");
      if (!speaksOfTheSame(this.#theirs, description.sdp ?? ""))
        throw new Error("it speaks of another certificate than the first");
      const applied = this.#pc.setRemoteDescription(description);
      this.#described = true;
      for (const candidate of this.#early.splice(0)) void this.#addCandidate(candidate);
      await applied;
      this.#flags = { ...this.#flags, settingRemoteAnswer: false };
      if (decision.reaction === "apply-and-answer") {
        this.#edges.beforeAnswer();
        await this.#pc.setLocalDescription();
        this.#sendDescription();
      }
    } catch (error) {
      this.#flags = { ...this.#flags, settingRemoteAnswer: false };
      this.#edges.fault("description", error);
    }
  }

  async #addCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      if (isCandidateFault(this.#flags)) this.#edges.fault("candidate", error);
    }
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description === null || this.#closed) return;
    this.#edges.signal({
      kind: "description",
      description: { type: description.type, sdp: withOpusParameters(description.sdp) },
    });
  }
}
