import type { Words } from "../words/Words";
import type { Failure } from "./failure";

/** The one thing to offer next. */
export type Remedy = "again" | "switch-network" | "reconnect" | "sign-in" | "look-again" | "back";

/** A failure in words: what happened, what to do, one button. */
export interface Advice {
  /** A rejection is a choice, not an error. */
  readonly tone: "calm" | "problem";
  readonly title: string;
  readonly text: string;
  readonly remedy: Remedy;
  readonly button: string;
}

/** The contracts' own errors that a person can meet. */
export const CONTRACT_ERRORS = [
  "SoldOut",
  "TierIsClosed",
  "EnforcedPause",
  "WrongPrice",
  "UnknownTier",
  "BelowMinimum",
  "InsufficientStake",
  "CoolingDown",
  "NothingToWithdraw",
  "WithdrawalFailed",
] as const;

/** Says what happened and what to do next, without jargon. */
export function advise(failure: Failure, chain: string, words: Words): Advice {
  const { say } = words;
  const { kind } = failure;
  switch (kind) {
    case "rejected":
      return { tone: "calm", remedy: "again", ...plain(kind, words) };
    case "insufficient-funds":
      return {
        tone: "problem",
        remedy: "look-again",
        ...plain(kind, words),
        ...shortfall(failure, words),
      };
    case "wrong-network":
      return {
        tone: "problem",
        remedy: "switch-network",
        title: say("advice.wrong-network.title"),
        text: say("advice.wrong-network.text", { chain }),
        button: say("advice.wrong-network.button", { chain }),
      };
    case "network-unknown-to-wallet":
      return {
        tone: "problem",
        remedy: "reconnect",
        title: say("advice.network-unknown-to-wallet.title", { chain }),
        text: say("advice.network-unknown-to-wallet.text"),
        button: say("advice.network-unknown-to-wallet.button"),
      };
    case "account-changed":
      return { tone: "problem", remedy: "sign-in", ...plain(kind, words) };
    case "wallet-busy":
      return { tone: "calm", remedy: "again", ...plain(kind, words) };
    case "wallet-gone":
      return { tone: "problem", remedy: "reconnect", ...plain(kind, words) };
    case "refused-by-contract":
      return {
        tone: "problem",
        remedy: "look-again",
        title: say("advice.refused-by-contract.title"),
        text: say(`advice.contract.${contractError(failure.error)}`),
        button: say("advice.refused-by-contract.button"),
      };
    case "reverted":
      return { tone: "problem", remedy: "look-again", ...plain(kind, words) };
    case "replaced":
    case "still-pending":
      return { tone: "calm", remedy: "look-again", ...plain(kind, words) };
    case "service":
      return service(failure.code, words);
    case "unreachable":
      return { tone: "problem", remedy: "again", ...plain(kind, words) };
    case "unknown": {
      const said = plain(kind, words);
      // The wallet's own words, in whatever language it has.
      return { tone: "problem", remedy: "again", ...said, text: failure.detail || said.text };
    }
  }
}

type Plain =
  | "rejected"
  | "insufficient-funds"
  | "account-changed"
  | "wallet-busy"
  | "wallet-gone"
  | "reverted"
  | "replaced"
  | "still-pending"
  | "unreachable"
  | "unknown";

function plain(kind: Plain, { say }: Words) {
  return {
    title: say(`advice.${kind}.title`),
    text: say(`advice.${kind}.text`),
    button: say(`advice.${kind}.button`),
  };
}

function contractError(name: string): (typeof CONTRACT_ERRORS)[number] | "other" {
  return CONTRACT_ERRORS.find((known) => known === name) ?? "other";
}

function service(code: string, { say }: Words): Advice {
  const tryAgain = say("common.tryAgain");
  const about = (kind: "time-invalid" | "chain-mismatch" | "rate-limited" | "chain") => ({
    title: say(`advice.service.${kind}.title`),
    text: say(`advice.service.${kind}.text`),
    button: tryAgain,
  });
  const withButton = (kind: "expired" | "signature-invalid" | "signed-out") => ({
    title: say(`advice.service.${kind}.title`),
    text: say(`advice.service.${kind}.text`),
    button: say(`advice.service.${kind}.button`),
  });
  switch (code) {
    case "nonce-unknown":
    case "expired":
      return { tone: "calm", remedy: "again", ...withButton("expired") };
    case "time-invalid":
    case "chain-mismatch":
      return { tone: "problem", remedy: "again", ...about(code) };
    case "rate-limited":
      return { tone: "calm", remedy: "again", ...about(code) };
    case "signature-invalid":
      return { tone: "problem", remedy: "reconnect", ...withButton(code) };
    case "signed-out":
      return { tone: "calm", remedy: "sign-in", ...withButton(code) };
    case "chain-unavailable":
    case "chain-stale":
    case "chain-down":
    case "chain-disputed":
      return { tone: "problem", remedy: "again", ...about("chain") };
    default:
      return {
        tone: "problem",
        remedy: "again",
        title: say("advice.service.other.title"),
        text: say("advice.service.other.text", { code }),
        button: tryAgain,
      };
  }
}

/** How much is missing, where that is known. */
function shortfall(
  failure: { readonly needed?: bigint; readonly balance?: bigint },
  { say, eth }: Words,
) {
  const { needed, balance } = failure;
  if (needed === undefined || balance === undefined) return {};
  return {
    text: say("advice.insufficient-funds.shortfall", {
      needed: eth(needed),
      balance: eth(balance),
    }),
  };
}
