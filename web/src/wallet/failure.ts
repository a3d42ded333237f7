import { BaseError, ContractFunctionRevertedError, type Hex } from "viem";

/** Why something in or around the wallet did not happen, by what a person can do about it. */
export type Failure =
  | { readonly kind: "rejected" }
  | { readonly kind: "insufficient-funds"; readonly needed?: bigint; readonly balance?: bigint }
  | { readonly kind: "wrong-network" }
  | { readonly kind: "network-unknown-to-wallet" }
  | { readonly kind: "account-changed" }
  | { readonly kind: "wallet-busy" }
  | { readonly kind: "wallet-gone" }
  | { readonly kind: "refused-by-contract"; readonly error: string }
  | { readonly kind: "reverted"; readonly hash: Hex }
  | { readonly kind: "replaced"; readonly hash: Hex }
  | { readonly kind: "still-pending"; readonly hash: Hex }
  | { readonly kind: "service"; readonly code: string }
  | { readonly kind: "unreachable" }
  | { readonly kind: "unknown"; readonly detail: string };

/** Thrown where a check finds the failure by itself. */
export class WalletFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "WalletFailure";
    this.failure = failure;
  }
}

/** Sorts anything thrown by a wallet, by viem or wagmi, or by `fetch`. */
export function classify(error: unknown): Failure {
  if (error instanceof WalletFailure) return error.failure;
  for (const cause of causes(error)) {
    const failure = byCode(cause) ?? byName(cause);
    if (failure !== undefined) return failure;
  }
  return { kind: "unknown", detail: firstLine(error) };
}

/** The error and what caused it, outermost first; a cycle of causes ends the walk. */
function* causes(error: unknown): Generator<object> {
  const seen = new Set<unknown>();
  let current: unknown = error;
  while (typeof current === "object" && current !== null && !seen.has(current)) {
    seen.add(current);
    yield current;
    current = (current as { cause?: unknown }).cause;
  }
}

/** EIP-1193 and EIP-1474 codes. */
function byCode(error: object): Failure | undefined {
  const code = (error as { code?: unknown }).code;
  switch (code) {
    case 4001:
    case 5000: // WalletConnect's "user rejected"
    case "ACTION_REJECTED":
      return { kind: "rejected" };
    case 4100:
      return { kind: "account-changed" };
    case 4900:
    case 4901:
      return { kind: "wallet-gone" };
    case 4902:
      return { kind: "network-unknown-to-wallet" };
    case -32002:
      return { kind: "wallet-busy" };
    default:
      return undefined;
  }
}

const NAMES: Readonly<Record<string, Failure>> = {
  UserRejectedRequestError: { kind: "rejected" },
  InsufficientFundsError: { kind: "insufficient-funds" },
  ChainMismatchError: { kind: "wrong-network" },
  ConnectorChainMismatchError: { kind: "wrong-network" },
  ConnectorAccountNotFoundError: { kind: "account-changed" },
  ConnectorNotConnectedError: { kind: "wallet-gone" },
  ConnectorUnavailableReconnectingError: { kind: "wallet-gone" },
  ProviderNotFoundError: { kind: "wallet-gone" },
  ProviderDisconnectedError: { kind: "wallet-gone" },
  HttpRequestError: { kind: "unreachable" },
  TimeoutError: { kind: "unreachable" },
};

function byName(error: object): Failure | undefined {
  if (error instanceof ContractFunctionRevertedError) {
    return {
      kind: "refused-by-contract",
      error: error.data?.errorName ?? error.signature ?? "unknown",
    };
  }
  if (error instanceof TypeError && /fetch|network/i.test(error.message))
    return { kind: "unreachable" };
  const name = (error as { name?: unknown }).name;
  return typeof name === "string" ? NAMES[name] : undefined;
}

function firstLine(error: unknown): string {
  const text =
    error instanceof BaseError
      ? error.shortMessage
      : error instanceof Error
        ? error.message
        : String(error);
  return text.split("\n", 1)[0]?.slice(0, 200) ?? "";
}
