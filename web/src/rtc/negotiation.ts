/**
 * The decisions of W3C perfect negotiation (webrtc-pc, "Perfect negotiation example"): pure, so that they can be
 * tested without a browser. The effects are in `peer.ts`.
 */

/** The three flags of the pattern. */
export interface Negotiation {
  /** This side is between `negotiationneeded` and the end of its `setLocalDescription`. */
  readonly makingOffer: boolean;
  /** The last offer of the other side crossed ours and was ignored; so are its candidates. */
  readonly ignoreOffer: boolean;
  /** An answer has been handed to `setRemoteDescription`, which has not finished. */
  readonly settingRemoteAnswer: boolean;
}

export const QUIET: Negotiation = {
  makingOffer: false,
  ignoreOffer: false,
  settingRemoteAnswer: false,
};

export type Reaction = "ignore" | "apply" | "apply-and-answer";

/**
 * Decides about a description from the other side. An impolite peer ignores an offer that crosses its own;
 * a polite one applies it, which rolls its own back.
 */
export function onDescription(
  flags: Negotiation,
  polite: boolean,
  signalingState: RTCSignalingState,
  type: "offer" | "answer",
): { readonly reaction: Reaction; readonly flags: Negotiation } {
  const readyForOffer =
    !flags.makingOffer && (signalingState === "stable" || flags.settingRemoteAnswer);
  const collision = type === "offer" && !readyForOffer;
  const ignoreOffer = !polite && collision;
  if (ignoreOffer) return { reaction: "ignore", flags: { ...flags, ignoreOffer } };
  return {
    reaction: type === "offer" ? "apply-and-answer" : "apply",
    flags: { ...flags, ignoreOffer, settingRemoteAnswer: type === "answer" },
  };
}

/** A candidate that cannot be added is no news while its offer is being ignored, and a fault otherwise. */
export function isCandidateFault(flags: Negotiation): boolean {
  return !flags.ignoreOffer;
}
