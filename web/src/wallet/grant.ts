import { BaseError, ContractFunctionRevertedError } from "viem";
import { readContract } from "viem/actions";
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

/**
 * Whether a session is permitted: asks the contract for signature, length and time. While the chain does not answer, a
 * call between two people is not cut for that; the signature alone is checked then, and the limit that was read before holds.
 */
export function grantCheck(
  reader: Reader,
  network: Network,
): (grant: SignedGrant) => Promise<boolean> {
  return async ({ node, sessionId, startsAt, endsAt, signature }) => {
    const grant = { node, sessionId, startsAt: BigInt(startsAt), endsAt: BigInt(endsAt) };
    try {
      await readContract(reader, {
        address: network.sessionStaking,
        abi: sessionStakingAbi,
        functionName: "checkGrant",
        args: [grant, signature],
      });
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
    }
    // Only where the chain is silent: recovering a signer takes code that nobody else waits for.
    const { signerOf } = await import("./signer");
    return signerOf(network, grant, signature).then(
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
