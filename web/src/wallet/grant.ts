import { BaseError, ContractFunctionRevertedError, recoverTypedDataAddress } from "viem";
import { sessionStakingAbi } from "./abi";
import type { Network, Reader } from "./network";

/** What a node signed for a session. */
export interface SignedGrant {
  readonly node: `0x${string}`;
  readonly sessionId: `0x${string}`;
  /** In Unix seconds, as is `endsAt`. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly signature: `0x${string}`;
}

/** The EIP-712 type in `ISessionGrants`. */
const TYPES = {
  SessionGrant: [
    { name: "node", type: "address" },
    { name: "sessionId", type: "bytes32" },
    { name: "startsAt", type: "uint64" },
    { name: "endsAt", type: "uint64" },
  ],
} as const;

/**
 * Whether a session is permitted: asks the contract for signature, length and time. While the chain does not answer, a
 * call between two people is not cut for that; the signature alone is checked then, and the limit that was read before holds.
 */
export function grantCheck(
  reader: Pick<Reader, "readContract">,
  network: Network,
): (grant: SignedGrant) => Promise<boolean> {
  return async ({ node, sessionId, startsAt, endsAt, signature }) => {
    const grant = { node, sessionId, startsAt: BigInt(startsAt), endsAt: BigInt(endsAt) };
    try {
      await reader.readContract({
        address: network.sessionStaking,
        abi: sessionStakingAbi,
        functionName: "checkGrant",
        args: [grant, signature],
      });
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
    }
    const domain = {
      name: "Passerby",
      version: "1",
      chainId: network.chainId,
      verifyingContract: network.sessionStaking,
    };
    const typed = { domain, types: TYPES, primaryType: "SessionGrant", message: grant } as const;
    return recoverTypedDataAddress({ ...typed, signature }).then(
      (signer) => signer.toLowerCase() === node.toLowerCase(),
      () => false,
    );
  };
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof BaseError &&
    error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null
  );
}
