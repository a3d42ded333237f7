/**
 * Every message between the page and the service. One JSON object a text frame; `type` tells which.
 * The golden files in `backend/src/test/resources/golden` fix the shapes for both sides.
 */

/** What a pass may unlock, by the name the service gives it. */
export type Feature = "contacts" | "recording" | "streaming" | "studio-inputs" | "large-rooms";

/** What the signed-in wallet may do now. */
export interface Entitlement {
  readonly staked: boolean;
  /** How many tier passes the wallet holds. */
  readonly passes: number;
  /** Features this page knows; names it does not know are left out. */
  readonly features: readonly Feature[];
  readonly mayMeet: boolean;
}

/** Whom someone would like to meet. Both lists may be empty: then anyone will do. */
export interface Wish {
  /** At most 8, each 1–32 characters, lower case. */
  readonly interests: readonly string[];
  /** At most 4 language tags such as `en`. */
  readonly languages: readonly string[];
  /** Nobody they meet is to learn their IP address: relays only. Absent means no. */
  readonly hideAddress?: boolean;
}

/** Any JSON object: the service relays it between the two pages without looking inside. */
export type Payload = Readonly<Record<string, unknown>>;

export type ClientMessage =
  | ({ readonly type: "join" } & Wish)
  /** Is anybody there? */
  | { readonly type: "ping" }
  | { readonly type: "leave" }
  | { readonly type: "next"; readonly encounter: string }
  | { readonly type: "signal"; readonly encounter: string; readonly payload: Payload }
  /** The other is seen: for the first time, or again after `stalled`. */
  | { readonly type: "decoded"; readonly encounter: string }
  /** Neither picture nor sound of the other comes any more. */
  | { readonly type: "stalled"; readonly encounter: string }
  | { readonly type: "again"; readonly encounter: string; readonly yes: boolean }
  /** Goes on with an earlier line, of which so many messages have arrived here. */
  | { readonly type: "resume"; readonly token: string; readonly received: number }
  /** Goes on with the round of this ticket after a restart of the service; the wish is for whoever comes after it. */
  | ({ readonly type: "revive"; readonly ticket: string } & Wish)
  | {
      readonly type: "report";
      readonly encounter: string;
      readonly category: ReportCategory;
      /** At most 500 characters; absent if there is nothing to add. */
      readonly note?: string;
    }
  | { readonly type: "block"; readonly encounter: string }
  /** Under which ids this page lets itself be found, and under which it looks for others; in place of what it said before. */
  | {
      readonly type: "presence";
      readonly findable: readonly RendezvousId[];
      readonly looking: readonly RendezvousId[];
    }
  /** Rings for whoever can be found under the id. */
  | { readonly type: "call"; readonly id: RendezvousId; readonly hideAddress?: boolean }
  | { readonly type: "accept"; readonly call: string; readonly hideAddress?: boolean }
  | { readonly type: "decline"; readonly call: string }
  /** Takes the own call back. */
  | { readonly type: "cancel"; readonly call: string };

/** Under which two contacts find each other on one day: 16 bytes in base64url, which say nothing about either. */
export type RendezvousId = string;

/** What somebody is reported for; `minor`: they seem to be under age. */
export const REPORT_CATEGORIES = [
  "nudity",
  "harassment",
  "minor",
  "hate",
  "spam",
  "other",
] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];

/** Why somebody may meet nobody for a while. */
export type CooldownReason = "reports" | "operator";

/** Why the service ended an encounter. */
export type EndReason =
  | "limit"
  | "next"
  | "left"
  | "failed"
  | "peer-next"
  | "peer-left"
  | "peer-lost"
  | "reported"
  | "blocked"
  | "declined"
  | "unanswered"
  | "signed-out"
  | "going-away";

/** Why a call is over without an encounter, on this page at least. */
export type CallOutcome =
  /** Nobody is found under the id, or they may meet nobody now. */
  | "unavailable"
  /** They are in an encounter, or in another call. */
  | "busy"
  | "declined"
  /** Nobody answered in time. */
  | "missed"
  /** The caller took it back, or is gone. */
  | "cancelled"
  /** Another page of the one who is called has accepted. */
  | "answered-elsewhere"
  /** The caller may not call; an `error` or `cooldown` has said why. */
  | "refused"
  /** Both wanted it, and one of them may not meet now. */
  | "failed";

/** Stable error codes; the service only ever adds to them. */
export type ErrorCode =
  | "malformed"
  | "unknown-type"
  | "invalid-field"
  | "too-deep"
  | "not-in-encounter"
  | "wrong-state"
  | "already-waiting"
  | "in-encounter-elsewhere"
  | "entitlement-required"
  | "chain-stale"
  | "chain-down"
  | "chain-disputed"
  | "relay-unavailable"
  | "store-down"
  | "too-late"
  | "too-many-reports"
  | "too-many-blocks"
  | "feature-required"
  | "presence-full"
  | "call-unknown"
  | "rate-limited"
  | "going-away"
  | "resume-unknown"
  | "revival-unknown";

/** A STUN or TURN server, shaped as `RTCIceServer` wants it. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

export interface Matched {
  readonly type: "matched";
  readonly encounter: string;
  /** The service's stamp of the other: good for this encounter only, says nothing about their wallet. */
  readonly peer: string;
  /** Perfect negotiation's role: the polite one gives way when two offers cross. */
  readonly polite: boolean;
  readonly iceServers: readonly IceServer[];
  /** Somebody hides their address: both pages use relays only. */
  readonly relayOnly: boolean;
  readonly connectWithinSeconds: number;
  readonly sharedInterests: readonly string[];
  readonly sharedLanguages: readonly string[];
}

/**
 * What a node signed for a session (EIP-712), as `ISessionGrants` has it. It names no wallet;
 * both sides of an encounter are shown the same one.
 */
export interface Grant {
  /** Whose signature it is: an address. */
  readonly node: `0x${string}`;
  /** 32 bytes in hex. */
  readonly sessionId: `0x${string}`;
  /** First second of the session, in Unix seconds. */
  readonly startsAt: number;
  /** The second after its last, in Unix seconds. */
  readonly endsAt: number;
  readonly signature: `0x${string}`;
}

export type ServerMessage =
  | {
      readonly type: "welcome";
      readonly connection: string;
      /** Opens this line to another connection; a secret. */
      readonly resume: string;
      readonly sessionLimitSeconds: number;
      /** Whether calls can go through a relay. */
      readonly relay: boolean;
      /** Null while the service's view of the chain is stale. */
      readonly entitlement: Entitlement | null;
    }
  /** The earlier line goes on; so many of this page's messages have arrived on it. */
  | { readonly type: "resumed"; readonly received: number }
  /** The answer to `ping`. */
  | { readonly type: "pong" }
  | { readonly type: "waiting"; readonly others: number; readonly widened: boolean }
  | Matched
  | {
      readonly type: "signal";
      readonly encounter: string;
      readonly from: string;
      readonly payload: Payload;
    }
  | {
      readonly type: "live";
      readonly encounter: string;
      readonly limitSeconds: number;
      readonly remainingMillis: number;
      /** 1 for the first five minutes, one more after every pair of yeses. */
      readonly round: number;
      readonly grant: Grant;
      /** Fresh credentials; absent when the earlier ones go on. */
      readonly iceServers?: readonly IceServer[];
      /** Brings this side back into the round after a restart of the service; a secret. */
      readonly revival?: string;
    }
  /** After a restart of the service both are back, and the round goes on where it was. */
  | {
      readonly type: "revived";
      readonly encounter: string;
      readonly round: number;
      readonly remainingMillis: number;
      /** Instead of the earlier one, which is used up. */
      readonly revival: string;
    }
  /** The round's clock stands, as one of the two does not see the other. */
  | {
      readonly type: "paused";
      readonly encounter: string;
      readonly remainingMillis: number;
      /** After this long it runs on in any case. */
      readonly pauseLeftMillis: number;
    }
  /** The round's clock runs. */
  | {
      readonly type: "continued";
      readonly encounter: string;
      readonly remainingMillis: number;
      /** Instead of the earlier one, in which the pause is not known. */
      readonly revival?: string;
    }
  | { readonly type: "asking"; readonly encounter: string; readonly answerWithinSeconds: number }
  /** The other's connection to the service broke; their media may go on. */
  | { readonly type: "peer-away"; readonly encounter: string }
  | { readonly type: "peer-back"; readonly encounter: string }
  | { readonly type: "ended"; readonly encounter: string; readonly reason: EndReason }
  | { readonly type: "reported"; readonly encounter: string; readonly receipt: string }
  | { readonly type: "blocked"; readonly encounter: string }
  | {
      readonly type: "cooldown";
      /** The end in ISO 8601, by the service's clock. */
      readonly until: string;
      readonly reason: CooldownReason | "other";
    }
  | { readonly type: "entitlement"; readonly entitlement: Entitlement }
  /** Of those this page looks for, these can be found from now on, or no longer. */
  | {
      readonly type: "contact-online";
      readonly ids: readonly RendezvousId[];
      readonly online: boolean;
    }
  /** The answer to `call`. */
  | {
      readonly type: "calling";
      readonly call: string;
      readonly id: RendezvousId;
      readonly answerWithinSeconds: number;
    }
  /** Somebody calls; the id is this page's own, under which the caller looks for it. */
  | {
      readonly type: "ringing";
      readonly call: string;
      readonly id: RendezvousId;
      readonly answerWithinSeconds: number;
    }
  /** Both want it: `matched` follows, or `call-ended`. */
  | { readonly type: "accepted"; readonly call: string }
  | {
      readonly type: "call-ended";
      readonly call: string;
      readonly outcome: CallOutcome | "other";
    }
  | {
      readonly type: "error";
      readonly code: ErrorCode | "other";
      readonly detail: string;
      /** The one whose report or block this is about. */
      readonly encounter?: string;
    }
  | { readonly type: "going-away"; readonly reconnectWithinMillis: number };
