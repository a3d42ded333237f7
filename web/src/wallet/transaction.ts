import type { Hex } from "viem";
import type { Failure } from "./failure";

/** What a transaction will take, known before the wallet opens; all in wei. */
export interface Cost {
  /** Goes to the contract. */
  readonly value: bigint;
  /** The most that the network may take. */
  readonly fee: bigint;
  /** What the account holds now. */
  readonly balance: bigint;
  /** Units of gas, with the margin that is asked for. */
  readonly gas: bigint;
}

/** Where a transaction is: check → ready → confirm in the wallet → sent → done. */
export type TransactionState =
  | { readonly step: "check" }
  | { readonly step: "ready"; readonly cost: Cost }
  | { readonly step: "confirm"; readonly cost: Cost }
  | { readonly step: "sent"; readonly cost: Cost; readonly hash: Hex }
  | { readonly step: "done"; readonly hash: Hex; readonly block: bigint }
  | {
      readonly step: "failed";
      readonly at: "check" | "confirm" | "sent";
      readonly failure: Failure;
    };

export type TransactionEvent =
  | { readonly type: "checked"; readonly cost: Cost }
  | { readonly type: "asked" }
  | { readonly type: "sent"; readonly hash: Hex }
  | { readonly type: "confirmed"; readonly hash: Hex; readonly block: bigint }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "restarted" };

export const FIRST: TransactionState = { step: "check" };

/** The next state; an event that does not belong to the state changes nothing (a late answer of an earlier try). */
export function transaction(state: TransactionState, event: TransactionEvent): TransactionState {
  switch (event.type) {
    case "checked":
      return state.step === "check" ? afterCheck(event.cost) : state;
    case "asked":
      return state.step === "ready" ? { step: "confirm", cost: state.cost } : state;
    case "sent":
      return state.step === "confirm"
        ? { step: "sent", cost: state.cost, hash: event.hash }
        : state;
    case "confirmed":
      // A wallet may speed a transaction up: the hash that was mined counts.
      return state.step === "sent" ? { step: "done", hash: event.hash, block: event.block } : state;
    case "failed":
      switch (state.step) {
        case "check":
        case "confirm":
        case "sent":
          return { step: "failed", at: state.step, failure: event.failure };
        case "ready":
        case "done":
        case "failed":
          return state;
      }
      return state;
    case "restarted":
      return state.step === "failed" ? FIRST : state;
  }
}

function afterCheck(cost: Cost): TransactionState {
  const needed = cost.value + cost.fee;
  if (cost.balance >= needed) return { step: "ready", cost };
  const failure: Failure = { kind: "insufficient-funds", needed, balance: cost.balance };
  return { step: "failed", at: "check", failure };
}
