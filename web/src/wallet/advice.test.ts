import { describe, expect, test } from "vitest";
import { sessionStakingAbi, tierPassAbi } from "./abi";
import english from "../words/en";
import { Words } from "../words/Words";
import { advise as adviseIn } from "./advice";
import type { Failure } from "./failure";

const NETWORK = "Lamp Street";
const WORDS = new Words("en", english);
const advise = (failure: Failure, chain: string) => adviseIn(failure, chain, WORDS);
const GENERAL = advise({ kind: "refused-by-contract", error: "?" }, NETWORK).text;

const EVERY: readonly Failure[] = [
  { kind: "rejected" },
  { kind: "insufficient-funds" },
  { kind: "wrong-network" },
  { kind: "network-unknown-to-wallet" },
  { kind: "account-changed" },
  { kind: "wallet-busy" },
  { kind: "wallet-gone" },
  { kind: "refused-by-contract", error: "SoldOut" },
  { kind: "reverted", hash: "0x1" },
  { kind: "replaced", hash: "0x1" },
  { kind: "still-pending", hash: "0x1" },
  { kind: "service", code: "nonce-unknown" },
  { kind: "unreachable" },
  { kind: "unknown", detail: "" },
];

describe("advise", () => {
  test.each(EVERY)("says what happened, what to do and one button for $kind", (failure) => {
    const advice = advise(failure, NETWORK);
    expect(advice.title).not.toBe("");
    expect(advice.text).not.toBe("");
    expect(advice.button).not.toBe("");
    expect(JSON.stringify(advice)).not.toMatch(/0x|wei|gas|EIP/i);
  });

  test("keeps what a wallet says in its own words", () =>
    expect(advise({ kind: "unknown", detail: "Ledger is locked" }, NETWORK).text).toBe(
      "Ledger is locked",
    ));

  test("a rejection is a choice, not an error", () =>
    expect(advise({ kind: "rejected" }, NETWORK).tone).toBe("calm"));

  test("a wrong network offers the switch, by name", () =>
    expect(advise({ kind: "wrong-network" }, NETWORK)).toMatchObject({
      remedy: "switch-network",
      button: "Switch to Lamp Street",
    }));

  test("missing funds say how much is missing", () =>
    expect(
      advise({ kind: "insufficient-funds", needed: 11n * 10n ** 16n, balance: 10n ** 16n }, NETWORK)
        .text,
    ).toMatch(/takes at least 0\.11\sETH.*holds 0\.01\sETH/));

  test.each(
    [...tierPassAbi, ...sessionStakingAbi]
      .filter((item) => item.type === "error")
      .map((item) => item.name)
      .filter((name) => name !== "ZeroAmount"), // the form does not send nothing
  )("has words of its own for the contract's %s", (error) =>
    expect(advise({ kind: "refused-by-contract", error }, NETWORK).text).not.toBe(GENERAL),
  );
});
