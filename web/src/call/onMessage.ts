import type { EndReason, ServerMessage, Wish } from "../protocol/messages";
import { beginRound, GRACE_MS, lengthOf, remaining, run, stand } from "./clock";
import type { Context } from "./reduce";
import { forgotten, isNoRevival, revive, revived } from "./revival";
import { AT_REST, isCalled } from "./state";
import type { CallState, Command, Match, Notice, Step } from "./state";

type Of<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

/** What a message of the service changes. Messages about another encounter than the present one change nothing. */
export function onMessage(state: CallState, message: ServerMessage, context: Context): Step {
  switch (message.type) {
    case "welcome":
      return newLine(state, context);
    case "resumed":
    case "pong":
      return then(state);
    case "waiting":
      return state.phase === "waiting"
        ? then({ ...state, others: message.others, widened: message.widened })
        : then(state);
    case "matched":
      return matched(state, message, context);
    case "signal":
      return isAbout(state, message.encounter)
        ? then(state, { do: "receive", payload: message.payload })
        : then(state);
    case "live":
      return live(state, message, context);
    case "revived":
      return isAbout(state, message.encounter) ? revived(state, message, context) : then(state);
    case "paused":
      return state.phase === "live" && isAbout(state, message.encounter)
        ? then({
            ...state,
            clock: stand(state, context.now, message.remainingMillis, message.pauseLeftMillis),
          })
        : then(state);
    case "continued":
      return state.phase === "live" && isAbout(state, message.encounter)
        ? then({
            ...state,
            clock: run(state, context.now, message.remainingMillis),
            ticket: message.revival ?? state.ticket,
          })
        : then(state);
    case "asking":
      return asking(state, message, context);
    case "peer-away":
    case "peer-back":
      return "match" in state && isAbout(state, message.encounter)
        ? then({ ...state, peerAway: message.type === "peer-away" })
        : then(state);
    case "ended":
      return ended(state, message);
    case "entitlement":
      return entitlement(state, message);
    case "error":
      return refused(state, message, context);
    case "cooldown":
      return cooledDown(state, message);
    // Contacts and their calls are not about an encounter before it begins: `Whereabouts` and `Calls` hear them.
    case "contact-online":
    case "calling":
    case "ringing":
    case "accepted":
    case "call-ended":
    // The answers to what was said of somebody are not about the call: `Complaints` hears them.
    case "reported":
    case "blocked":
    case "going-away":
      return then(state);
    default:
      return message satisfies never;
  }
}

function then(state: CallState, ...commands: Command[]): Step {
  return { state, commands };
}

function join(wish: Wish): Command {
  return { do: "send", message: { type: "join", ...wish } };
}

function isAbout(state: CallState, encounter: string): boolean {
  return "match" in state && state.match.encounter === encounter;
}

/** The service knows nothing of what was before: this page is idle to it. */
function newLine(state: CallState, { now }: Context): Step {
  switch (state.phase) {
    case "waiting":
      return isCalled(state) ? then(AT_REST) : then(state, join(state.wish));
    case "connecting": {
      const { wish } = state;
      if (state.match.called === true)
        return then({ phase: "ended", reason: "failed", wish }, { do: "close-peer" });
      return then(
        { phase: "waiting", wish, others: null, widened: false, after: "failed" },
        { do: "close-peer" },
        join(wish),
      );
    }
    case "live":
    case "asking":
      return state.ticket === null ? forgotten(state, now) : revive(state, state.ticket, now);
    case "idle":
    case "ended":
      return then(state);
    default:
      return state satisfies never;
  }
}

function matched(state: CallState, message: Of<"matched">, { now }: Context): Step {
  // Anything but waiting: a cancel crossed it on the way, and the service will find that out from the cancel.
  if (state.phase !== "waiting") return then(state);
  const match: Match = isCalled(state) ? { ...message, called: true } : message;
  const giveUpAt = now + match.connectWithinSeconds * 1000 + GRACE_MS;
  return then(
    { phase: "connecting", wish: state.wish, match, peerAway: false, giveUpAt, decoded: false },
    { do: "open-peer", match },
    { do: "play", sound: "matched" },
  );
}

function live(state: CallState, message: Of<"live">, context: Context): Step {
  if (!isAbout(state, message.encounter)) return then(state);
  const { now, chainLimitMillis } = context;
  switch (state.phase) {
    case "connecting":
    case "asking": {
      // No camera goes on again without this person's own yes, whatever the service says.
      if (state.phase === "asking" && state.answer !== "yes") return then(state);
      const { wish, match, peerAway } = state;
      const { round, grant, remainingMillis, revival: ticket = null } = message;
      const limit = Math.min(chainLimitMillis, lengthOf(grant));
      const time = beginRound(now, remainingMillis, limit);
      const began = { sessionId: grant.sessionId, stalled: false, warned: false, served: true };
      return then(
        { phase: "live", wish, match, peerAway, round, ticket, reviving: false, ...time, ...began },
        ...renewed(message),
        ...(state.phase === "asking" ? [{ do: "resume" } as const] : []),
        { do: "check-grant", grant },
      );
    }
    case "live":
      // A correction of the running round: it may shorten it, and never make it longer.
      return then(
        {
          ...state,
          clock: run(state, now, Math.min(message.remainingMillis, remaining(state, now))),
        },
        ...renewed(message),
      );
    case "idle":
    case "waiting":
    case "ended":
      return then(state);
    default:
      return state satisfies never;
  }
}

function renewed({ iceServers }: Of<"live">): readonly Command[] {
  return iceServers === undefined ? [] : [{ do: "renew", iceServers }];
}

function asking(state: CallState, message: Of<"asking">, { now }: Context): Step {
  if (!isAbout(state, message.encounter)) return then(state);
  const answerBy = now + message.answerWithinSeconds * 1000 + GRACE_MS;
  if (state.phase === "live") {
    const { wish, match, peerAway, round, ticket, reviving } = state;
    const question = { answer: null, confirmed: true, answerBy };
    return then(
      { phase: "asking", wish, match, peerAway, round, ticket, reviving, ...question },
      { do: "hush" },
      { do: "play", sound: "ended" },
    );
  }
  if (state.phase !== "asking" || state.confirmed) return then(state);
  const { encounter } = state.match;
  const kept: Command[] =
    state.answer === null
      ? []
      : [{ do: "send", message: { type: "again", encounter, yes: state.answer === "yes" } }];
  return then({ ...state, confirmed: true, answerBy }, ...kept);
}

function ended(state: CallState, { encounter, reason }: Of<"ended">): Step {
  if (!("match" in state) || state.match.encounter !== encounter) return then(state);
  const { wish } = state;
  if ((reason === "failed" || reason === "next") && state.match.called !== true) {
    // The service has put this one back into the queue; `waiting` follows.
    return then(
      { phase: "waiting", wish, others: null, widened: false, after: reason },
      { do: "close-peer" },
    );
  }
  const quiet: readonly EndReason[] = [
    "limit",
    "declined",
    "unanswered",
    "left",
    "reported",
    "blocked",
  ];
  const sound: Command[] =
    state.phase === "live" && !quiet.includes(reason) ? [{ do: "play", sound: "ended" }] : [];
  return then({ phase: "ended", reason, wish }, { do: "close-peer" }, ...sound);
}

function entitlement(state: CallState, { entitlement: now }: Of<"entitlement">): Step {
  // The current five minutes finish; only someone who is not in them is told at once.
  if (now.mayMeet || "match" in state) return then(state);
  return then(state, { do: "tell-entitlement-lost" });
}

function cooledDown(state: CallState, { until, reason }: Of<"cooldown">): Step {
  // In an encounter it comes before the end, which says the rest: *Meet* will be refused again.
  if (state.phase !== "waiting" && state.phase !== "idle") return then(state);
  return then({ ...AT_REST, cooldown: { until: Date.parse(until), reason } });
}

function refused(state: CallState, { code, encounter }: Of<"error">, context: Context): Step {
  if ((state.phase === "live" || state.phase === "asking") && state.reviving)
    return isNoRevival(code) ? forgotten(state, context.now) : then(state);
  // With an encounter it is about what was said of somebody, and not about this wait.
  if (state.phase !== "waiting" || encounter !== undefined) return then(state);
  const notice = noticeOf(code);
  // Once the service has confirmed the wait, only a lost entitlement ends it.
  if (notice === null || (state.others !== null && code !== "entitlement-required"))
    return then(state);
  const tell: Command[] = code === "entitlement-required" ? [{ do: "tell-entitlement-lost" }] : [];
  return then({ ...AT_REST, notice }, ...tell);
}

function noticeOf(code: Of<"error">["code"]): Notice | null {
  switch (code) {
    case "entitlement-required":
      return "entitlement-required";
    case "chain-stale":
    case "chain-down":
    case "chain-disputed":
      return "chain-unavailable";
    case "in-encounter-elsewhere":
      return "in-encounter-elsewhere";
    case "relay-unavailable":
      return "relay-unavailable";
    case "store-down":
      return "store-down";
    case "rate-limited":
      return "too-fast";
    case "invalid-field":
    case "malformed":
    case "too-deep":
    case "unknown-type":
    case "other":
      return "refused";
    // These speak of something that is over, or that will come back by itself.
    case "feature-required":
    case "presence-full":
    case "call-unknown":
    case "already-waiting":
    case "not-in-encounter":
    case "wrong-state":
    case "too-late":
    case "too-many-reports":
    case "too-many-blocks":
    case "going-away":
    case "resume-unknown":
    case "revival-unknown":
      return null;
    default:
      return code satisfies never;
  }
}
