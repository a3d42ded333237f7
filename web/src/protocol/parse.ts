import {
  asObject,
  count,
  FieldError,
  flag,
  hex,
  instant,
  list,
  oneOf,
  optionalText,
  rendezvousId,
  rendezvousIds,
  text,
  texts,
} from "./fields";
import type { JsonObject } from "./fields";
import type {
  CallOutcome,
  CooldownReason,
  EndReason,
  Entitlement,
  ErrorCode,
  Feature,
  Grant,
  IceServer,
  ServerMessage,
} from "./messages";

/** What a text frame turned out to be. An unknown type is a newer service speaking: ignored, never an error. */
export type Parsed =
  | { readonly kind: "message"; readonly message: ServerMessage }
  | { readonly kind: "unknown"; readonly type: string }
  | { readonly kind: "malformed"; readonly reason: string };

const FEATURES: readonly Feature[] = [
  "contacts",
  "recording",
  "streaming",
  "studio-inputs",
  "large-rooms",
];

const END_REASONS: readonly EndReason[] = [
  "limit",
  "next",
  "left",
  "failed",
  "peer-next",
  "peer-left",
  "peer-lost",
  "reported",
  "blocked",
  "declined",
  "unanswered",
  "signed-out",
  "going-away",
];

const ERROR_CODES: readonly ErrorCode[] = [
  "malformed",
  "unknown-type",
  "invalid-field",
  "too-deep",
  "not-in-encounter",
  "wrong-state",
  "already-waiting",
  "in-encounter-elsewhere",
  "entitlement-required",
  "chain-stale",
  "chain-down",
  "chain-disputed",
  "relay-unavailable",
  "store-down",
  "too-late",
  "too-many-reports",
  "too-many-blocks",
  "feature-required",
  "presence-full",
  "call-unknown",
  "rate-limited",
  "going-away",
  "resume-unknown",
  "revival-unknown",
];

const CALL_OUTCOMES: readonly CallOutcome[] = [
  "unavailable",
  "busy",
  "declined",
  "missed",
  "cancelled",
  "answered-elsewhere",
  "refused",
  "failed",
];

const COOLDOWN_REASONS: readonly CooldownReason[] = ["reports", "operator"];

/** Reads one text frame from the service. Never throws. */
export function parseServerMessage(frame: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return { kind: "malformed", reason: "not JSON" };
  }
  try {
    const from = asObject(json, "the message");
    const type = text(from, "type");
    const message = read(type, from);
    return message === null ? { kind: "unknown", type } : { kind: "message", message };
  } catch (error) {
    if (error instanceof FieldError) return { kind: "malformed", reason: error.message };
    throw error;
  }
}

function read(type: string, from: JsonObject): ServerMessage | null {
  switch (type) {
    case "welcome":
      return {
        type,
        connection: text(from, "connection"),
        resume: text(from, "resume"),
        sessionLimitSeconds: count(from, "sessionLimitSeconds"),
        relay: flag(from, "relay"),
        entitlement: from["entitlement"] === null ? null : entitlement(from),
      };
    case "resumed":
      return { type, received: count(from, "received") };
    case "pong":
      return { type };
    case "waiting":
      return { type, others: count(from, "others"), widened: flag(from, "widened") };
    case "matched":
      return {
        type,
        encounter: text(from, "encounter"),
        peer: text(from, "peer"),
        polite: flag(from, "polite"),
        iceServers: iceServers(from),
        relayOnly: flag(from, "relayOnly"),
        connectWithinSeconds: count(from, "connectWithinSeconds"),
        sharedInterests: texts(from, "sharedInterests"),
        sharedLanguages: texts(from, "sharedLanguages"),
      };
    case "signal":
      return {
        type,
        encounter: text(from, "encounter"),
        from: text(from, "from"),
        payload: asObject(from["payload"], "payload"),
      };
    case "live":
      return {
        type,
        encounter: text(from, "encounter"),
        limitSeconds: count(from, "limitSeconds"),
        remainingMillis: count(from, "remainingMillis"),
        round: count(from, "round"),
        grant: grant(from),
        ...(from["iceServers"] === undefined ? {} : { iceServers: iceServers(from) }),
        ...ticket(from),
      };
    case "revived":
      return {
        type,
        encounter: text(from, "encounter"),
        round: count(from, "round"),
        remainingMillis: count(from, "remainingMillis"),
        revival: text(from, "revival"),
      };
    case "paused":
      return {
        type,
        encounter: text(from, "encounter"),
        remainingMillis: count(from, "remainingMillis"),
        pauseLeftMillis: count(from, "pauseLeftMillis"),
      };
    case "continued":
      return {
        type,
        encounter: text(from, "encounter"),
        remainingMillis: count(from, "remainingMillis"),
        ...ticket(from),
      };
    case "asking":
      return {
        type,
        encounter: text(from, "encounter"),
        answerWithinSeconds: count(from, "answerWithinSeconds"),
      };
    case "peer-away":
    case "peer-back":
      return { type, encounter: text(from, "encounter") };
    case "ended":
      return {
        type,
        encounter: text(from, "encounter"),
        reason: oneOf(from, "reason", END_REASONS),
      };
    case "entitlement":
      return { type, entitlement: entitlement(from) };
    case "reported":
      return { type, encounter: text(from, "encounter"), receipt: text(from, "receipt") };
    case "blocked":
      return { type, encounter: text(from, "encounter") };
    case "cooldown":
      return { type, until: instant(from, "until"), reason: cooldownReason(text(from, "reason")) };
    case "contact-online":
      return { type, ids: rendezvousIds(from, "ids"), online: flag(from, "online") };
    case "calling":
    case "ringing":
      return {
        type,
        call: text(from, "call"),
        id: rendezvousId(from, "id"),
        answerWithinSeconds: count(from, "answerWithinSeconds"),
      };
    case "accepted":
      return { type, call: text(from, "call") };
    case "call-ended":
      return { type, call: text(from, "call"), outcome: callOutcome(text(from, "outcome")) };
    case "error":
      return problem(from);
    case "going-away":
      return { type, reconnectWithinMillis: count(from, "reconnectWithinMillis") };
    default:
      return null;
  }
}

function entitlement(parent: JsonObject): Entitlement {
  const from = asObject(parent["entitlement"], "entitlement");
  const named = texts(from, "features");
  return {
    staked: flag(from, "staked"),
    passes: count(from, "passes"),
    features: FEATURES.filter((feature) => named.includes(feature)),
    mayMeet: flag(from, "mayMeet"),
  };
}

function ticket(from: JsonObject): { readonly revival?: string } {
  const revival = optionalText(from, "revival");
  return revival === undefined ? {} : { revival };
}

function grant(parent: JsonObject): Grant {
  const from = asObject(parent["grant"], "grant");
  return {
    node: hex(from, "node", 20),
    sessionId: hex(from, "sessionId", 32),
    startsAt: count(from, "startsAt"),
    endsAt: count(from, "endsAt"),
    signature: hex(from, "signature"),
  };
}

function iceServers(from: JsonObject): readonly IceServer[] {
  return list(from, "iceServers").map(iceServer);
}

function iceServer(value: unknown): IceServer {
  const from = asObject(value, "an ICE server");
  const username = optionalText(from, "username");
  const credential = optionalText(from, "credential");
  return {
    urls: texts(from, "urls"),
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}

function problem(from: JsonObject): Extract<ServerMessage, { type: "error" }> {
  const encounter = optionalText(from, "encounter");
  return {
    type: "error",
    code: errorCode(text(from, "code")),
    detail: text(from, "detail"),
    ...(encounter === undefined ? {} : { encounter }),
  };
}

/** Outcomes are only ever added: one that this page does not know is an end all the same. */
function callOutcome(outcome: string): CallOutcome | "other" {
  return CALL_OUTCOMES.find((known) => known === outcome) ?? "other";
}

/** Reasons are only ever added, too. */
function cooldownReason(reason: string): CooldownReason | "other" {
  return COOLDOWN_REASONS.find((known) => known === reason) ?? "other";
}

/** Codes are only ever added, so one this page does not know is still an error it can show. */
function errorCode(code: string): ErrorCode | "other" {
  return ERROR_CODES.find((known) => known === code) ?? "other";
}
