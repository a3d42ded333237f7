import { type Address, recoverTypedDataAddress } from "viem";
import type { Network } from "./network";

/** The EIP-712 type in `ISessionGrants`. */
const TYPES = {
  SessionGrant: [
    { name: "node", type: "address" },
    { name: "sessionId", type: "bytes32" },
    { name: "startsAt", type: "uint64" },
    { name: "endsAt", type: "uint64" },
  ],
} as const;

/** Who signed a grant for this network's contract (EIP-712); rejects where that cannot be told. */
export function signerOf(
  network: Network,
  grant: {
    readonly node: Address;
    readonly sessionId: `0x${string}`;
    readonly startsAt: bigint;
    readonly endsAt: bigint;
  },
  signature: `0x${string}`,
): Promise<Address> {
  const domain = {
    name: "Passerby",
    version: "1",
    chainId: network.chainId,
    verifyingContract: network.sessionStaking,
  };
  return recoverTypedDataAddress({
    domain,
    types: TYPES,
    primaryType: "SessionGrant",
    message: grant,
    signature,
  });
}
