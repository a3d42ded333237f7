import type { Interception } from "../verification/Verification";
import type {
  ClientMessage,
  CooldownReason,
  EndReason,
  Grant,
  IceServer,
  Matched,
  Payload,
  Wish,
} from "../protocol/messages";

/** Why a *Meet* did not begin or did not go on, for the lobby to say. */
export type Notice =
  | "entitlement-required"
  | "chain-unavailable"
  | "store-down"
  | "in-encounter-elsewhere"
  | "relay-unavailable"
  | "too-fast"
  | "refused";

/** This person may meet nobody for a while. */
export interface Cooldown {
  /** Milliseconds since 1970, by the service's clock. */
  readonly until: number;
  readonly reason: CooldownReason | "other";
}

export interface Idle {
  readonly phase: "idle";
  readonly notice: Notice | null;
  /** The one that the service told last; it may be over by now. */
  readonly cooldown: Cooldown | null;
}

export interface Waiting {
  readonly phase: "waiting";
  readonly wish: Wish;
  /** How many others wait; null until the service has confirmed this one. */
  readonly others: number | null;
  readonly widened: boolean;
  /** What came before, when this wait follows an encounter; or that a contact is about to come, and no stranger. */
  readonly after: "next" | "failed" | "called" | null;
}

/** Whom one meets: a stranger, or a contact where one has called the other. After a contact nobody waits for a stranger. */
export type Match = Matched & { readonly called?: true };

interface InEncounter {
  readonly wish: Wish;
  readonly match: Match;
  /** The service cannot reach the other for now; their media may go on. */
  readonly peerAway: boolean;
}

/** What a restart of the service does not take away. */
interface InRound extends InEncounter {
  /** Brings this side back into the round after a restart of the service; a secret. Null when there is none, or none any more. */
  readonly ticket: string | null;
  /** The service has forgotten the round, and has been shown the ticket: it waits for the other, or for nothing. */
  readonly reviving: boolean;
}

export interface Connecting extends InEncounter {
  readonly phase: "connecting";
  /** Monotonic milliseconds after which this page stops waiting for the service to say that it failed. */
  readonly giveUpAt: number;
  readonly decoded: boolean;
}

/** The clock of a round; all moments are monotonic milliseconds. */
export type RoundClock =
  /** The round ends at this moment, whoever says so first. */
  | { readonly kind: "running"; readonly endsAt: number }
  /** So many milliseconds are left, and go on to pass at that moment unless the service says otherwise. */
  | { readonly kind: "standing"; readonly left: number; readonly until: number };

export interface Live extends InRound {
  readonly phase: "live";
  readonly round: number;
  /** How long the round is, pauses aside, in milliseconds. */
  readonly length: number;
  /** Monotonic milliseconds at which it is over in any case, with all the pauses that there may be. */
  readonly endsAtLatest: number;
  readonly clock: RoundClock;
  /** Neither picture nor sound of the other comes any more, and the service has been told. */
  readonly stalled: boolean;
  /** The grant's own name for this round. */
  readonly sessionId: string;
  /** The tone for the last ten seconds has been asked for. */
  readonly warned: boolean;
  /** False once the service has forgotten the encounter: it goes on between the two, but nobody will ask *again?*. */
  readonly served: boolean;
}

export interface Asking extends InRound {
  readonly phase: "asking";
  readonly round: number;
  readonly answer: "yes" | "no" | null;
  /** The service has said so too; before that an answer is kept back. */
  readonly confirmed: boolean;
  readonly answerBy: number;
}

/** Why this page ends an encounter by itself. */
export type HangUpReason = "connection-lost" | "grant-refused" | Interception;

export interface Ended {
  readonly phase: "ended";
  readonly reason: EndReason | HangUpReason;
  readonly wish: Wish;
}

/** Where this person is; exactly one at a time. */
export type CallState = Idle | Waiting | Connecting | Live | Asking | Ended;

export type Sound = "matched" | "ten-left" | "ended" | "message" | "ringing";

/** What is to be done about a step: data, so that the steps themselves stay pure. */
export type Command =
  | { readonly do: "send"; readonly message: ClientMessage }
  | { readonly do: "open-peer"; readonly match: Matched }
  | { readonly do: "close-peer" }
  | { readonly do: "receive"; readonly payload: Payload }
  /** Stop sending and playing; keep the connection for another round. */
  | { readonly do: "hush" }
  | { readonly do: "resume" }
  /** What was said to the other may be lost: say again what has not been answered. */
  | { readonly do: "say-again" }
  /** Use these servers from now on: the relay of the last round is gone. */
  | { readonly do: "renew"; readonly iceServers: readonly IceServer[] }
  | { readonly do: "play"; readonly sound: Sound }
  /** Ask the contract whether this round is permitted. */
  | { readonly do: "check-grant"; readonly grant: Grant }
  | { readonly do: "tell-entitlement-lost" };

export interface Step {
  readonly state: CallState;
  readonly commands: readonly Command[];
}

export const AT_REST: Idle = { phase: "idle", notice: null, cooldown: null };

/** Whether a contact is about to come. */
export function isCalled(state: CallState): boolean {
  return state.phase === "waiting" && state.after === "called";
}
