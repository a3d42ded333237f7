import {
  BaseError,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  HttpRequestError,
  InsufficientFundsError,
  RpcRequestError,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, test } from "vitest";
import { tierPassAbi } from "./abi";
import { classify, type Failure, WalletFailure } from "./failure";

const coded = (code: unknown) => Object.assign(new Error("wallet's own words"), { code });

describe("classify", () => {
  test.each<[unknown, Failure["kind"]]>([
    [4001, "rejected"],
    ["ACTION_REJECTED", "rejected"],
    [4100, "account-changed"],
    [4900, "wallet-gone"],
    [4902, "network-unknown-to-wallet"],
    [-32002, "wallet-busy"],
  ])("takes the code %s of a wallet for %s", (code, kind) =>
    expect(classify(coded(code)).kind).toBe(kind),
  );

  test("finds a rejection under what viem wraps around it", () => {
    const error = new BaseError("outer", {
      cause: new UserRejectedRequestError(new Error("no")),
    });
    expect(classify(error)).toEqual({ kind: "rejected" });
  });

  test("finds missing funds by viem's own error", () => {
    const error = new BaseError("outer", { cause: new InsufficientFundsError() });
    expect(classify(error)).toEqual({ kind: "insufficient-funds" });
  });

  test("names the contract's custom error", () => {
    const data = encodeErrorResult({ abi: tierPassAbi, errorName: "SoldOut", args: [2n] });
    const reverted = new ContractFunctionRevertedError({
      abi: [...tierPassAbi],
      data,
      functionName: "mint",
    });
    const error = new ContractFunctionExecutionError(reverted, {
      abi: [...tierPassAbi],
      args: [2n],
      functionName: "mint",
    });
    expect(classify(error)).toEqual({ kind: "refused-by-contract", error: "SoldOut" });
  });

  test("takes a node that does not answer for unreachable", () => {
    expect(classify(new HttpRequestError({ url: "http://localhost" })).kind).toBe("unreachable");
    expect(classify(new TypeError("Failed to fetch")).kind).toBe("unreachable");
  });

  test("keeps a failure that a check has found", () => {
    const failure: Failure = { kind: "service", code: "nonce-unknown" };
    expect(classify(new WalletFailure(failure))).toBe(failure);
  });

  test("does not take an unknown code for anything", () => {
    const error = new RpcRequestError({
      body: {},
      error: { code: -32000, message: "odd" },
      url: "http://localhost",
    });
    expect(classify(error).kind).toBe("unknown");
  });

  test("keeps only the first line of strange words, and not much of it", () => {
    const failure = classify(new Error(`${"x".repeat(500)}\nsecret`));
    expect(failure).toEqual({ kind: "unknown", detail: "x".repeat(200) });
  });

  test.each([undefined, null, "text", 7])("survives %j being thrown", (thrown) =>
    expect(classify(thrown).kind).toBe("unknown"),
  );

  test("ends on causes that go in a circle", () => {
    const error = new Error("a");
    error.cause = error;
    expect(classify(error).kind).toBe("unknown");
  });
});
