import type { Failure } from "./failure";
import { eth } from "./format";

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

/** What the contract's own errors mean for the person who meets them. */
const CONTRACT_ERRORS: Readonly<Record<string, string>> = {
  SoldOut: "The last pass of this tier has just gone. Choose another one.",
  TierIsClosed: "This tier is closed. Choose another one.",
  EnforcedPause: "New passes and new stakes are paused for now. What you hold is not touched.",
  WrongPrice: "The price is not what it was. Look again before you pay.",
  UnknownTier: "This tier does not exist any more. Choose another one.",
  BelowMinimum: "The stake would be under the minimum. Stake more, or take all of it back.",
  InsufficientStake: "Less is staked than you asked for. Look again.",
  CoolingDown: "The cool-down is still running. Come back when it is over.",
  NothingToWithdraw: "There is nothing left to withdraw.",
  WithdrawalFailed: "Your wallet's contract refused the money. It is still yours, and still here.",
};

/** Says what happened and what to do next, without jargon. */
export function advise(failure: Failure, chainName: string): Advice {
  switch (failure.kind) {
    case "rejected":
      return calm(
        "You said no",
        "Nothing was signed and nothing was spent.",
        "again",
        "Ask my wallet again",
      );
    case "insufficient-funds":
      return problem("Not enough ETH", shortfall(failure), "look-again", "Check again");
    case "wrong-network":
      return problem(
        "Your wallet is on another network",
        `Passerby lives on ${chainName}. Switching costs nothing.`,
        "switch-network",
        `Switch to ${chainName}`,
      );
    case "network-unknown-to-wallet":
      return problem(
        `Your wallet does not know ${chainName}`,
        "Add the network in your wallet, or use another wallet.",
        "reconnect",
        "Use another wallet",
      );
    case "account-changed":
      return problem(
        "Your wallet shows another account",
        "Sign in again, with the account that you want to use.",
        "sign-in",
        "Sign in again",
      );
    case "wallet-busy":
      return calm(
        "Your wallet is waiting for you",
        "Open it and answer the question there first.",
        "again",
        "Try again",
      );
    case "wallet-gone":
      return problem(
        "Your wallet is not there",
        "It was closed or locked. Connect it again.",
        "reconnect",
        "Connect my wallet",
      );
    case "refused-by-contract":
      return problem(
        "That is not possible now",
        CONTRACT_ERRORS[failure.error] ?? "The contract refused it. Nothing was spent.",
        "look-again",
        "Look again",
      );
    case "reverted":
      return problem(
        "It did not go through",
        "The network took the fee, nothing else was spent.",
        "look-again",
        "Look again",
      );
    case "replaced":
      return calm(
        "You replaced it in your wallet",
        "The first transaction was cancelled there.",
        "look-again",
        "Look again",
      );
    case "still-pending":
      return calm(
        "This takes longer than usual",
        "It was sent and may still go through. You can wait or come back later.",
        "look-again",
        "Look again",
      );
    case "service":
      return service(failure.code);
    case "unreachable":
      return problem(
        "No answer",
        "The network or this service cannot be reached right now.",
        "again",
        "Try again",
      );
    case "unknown":
      return problem(
        "That did not work",
        failure.detail || "Your wallet did not say why.",
        "again",
        "Try again",
      );
  }
}

function service(code: string): Advice {
  switch (code) {
    case "nonce-unknown":
    case "expired":
      return calm(
        "That took a little long",
        "The sign-in has run out. Ask for a fresh one.",
        "again",
        "Start again",
      );
    case "time-invalid":
      return problem(
        "The clocks disagree",
        "Set this device's clock to the right time, then try again.",
        "again",
        "Try again",
      );
    case "chain-mismatch":
      return problem(
        "Another network was signed for",
        "Reload the page and sign in again.",
        "again",
        "Try again",
      );
    case "rate-limited":
      return calm("A moment, please", "Too many tries. Wait half a minute.", "again", "Try again");
    case "signature-invalid":
      return problem(
        "The signature does not fit",
        "Your wallet signed with another account. Choose the account again.",
        "reconnect",
        "Connect again",
      );
    case "signed-out":
      return calm("You are signed out", "Your session is over.", "sign-in", "Sign in again");
    case "chain-unavailable":
    case "chain-stale":
    case "chain-down":
    case "chain-disputed":
      return problem(
        "The chain does not answer",
        "Nobody can be let in until it does. This usually takes a minute.",
        "again",
        "Try again",
      );
    default:
      return problem("The service refused it", `Its reason is “${code}”.`, "again", "Try again");
  }
}

function shortfall(failure: { readonly needed?: bigint; readonly balance?: bigint }): string {
  if (failure.needed === undefined || failure.balance === undefined)
    return "Your wallet holds less than the price and the network fee. Add some ETH, then check again.";
  return `This takes at least ${eth(failure.needed)} ETH; your wallet holds ${eth(failure.balance)} ETH. Add some, then check again.`;
}

function calm(title: string, text: string, remedy: Remedy, button: string): Advice {
  return { tone: "calm", title, text, remedy, button };
}

function problem(title: string, text: string, remedy: Remedy, button: string): Advice {
  return { tone: "problem", title, text, remedy, button };
}
