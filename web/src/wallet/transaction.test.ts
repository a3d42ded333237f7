import { describe, expect, test } from "vitest";
import { FIRST, transaction, type TransactionEvent, type TransactionState } from "./transaction";

const COST = { value: 100n, fee: 10n, balance: 1_000n, gas: 5n };
const HASH = "0xab";
const OTHER = "0xcd";

const after = (...events: TransactionEvent[]): TransactionState =>
  events.reduce(transaction, FIRST);

describe("a transaction", () => {
  test("goes from the check through wallet and network to its end", () => {
    const checked: TransactionEvent = { type: "checked", cost: COST };
    expect(after(checked)).toEqual({ step: "ready", cost: COST });
    expect(after(checked, { type: "asked" })).toEqual({ step: "confirm", cost: COST });
    const sent = [checked, { type: "asked" }, { type: "sent", hash: HASH }] as const;
    expect(after(...sent)).toEqual({ step: "sent", cost: COST, hash: HASH });
    expect(after(...sent, { type: "confirmed", hash: OTHER, block: 7n })).toEqual({
      step: "done",
      hash: OTHER, // sped up in the wallet
      block: 7n,
    });
  });

  test("stops before the wallet when price and fee are more than there is", () => {
    const cost = { ...COST, balance: 109n };
    expect(after({ type: "checked", cost })).toEqual({
      step: "failed",
      at: "check",
      failure: { kind: "insufficient-funds", needed: 110n, balance: 109n },
    });
    expect(after({ type: "checked", cost: { ...COST, balance: 110n } }).step).toBe("ready");
  });

  test("remembers where it failed, and starts over from the check", () => {
    const rejected: TransactionEvent = { type: "failed", failure: { kind: "rejected" } };
    const state = after({ type: "checked", cost: COST }, { type: "asked" }, rejected);
    expect(state).toMatchObject({ step: "failed", at: "confirm" });
    expect(transaction(state, { type: "restarted" })).toEqual(FIRST);
  });

  test("is not moved by events that come late or out of turn", () => {
    const ready = after({ type: "checked", cost: COST });
    const late: TransactionEvent[] = [
      { type: "sent", hash: HASH },
      { type: "confirmed", hash: HASH, block: 1n },
      { type: "failed", failure: { kind: "rejected" } },
      { type: "restarted" },
      { type: "checked", cost: { ...COST, fee: 1n } },
    ];
    for (const event of late) expect(transaction(ready, event)).toBe(ready);
  });
});
