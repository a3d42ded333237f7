import type { Address } from "viem";
import { getContractEvents, readContract } from "viem/actions";
import { tierPassAbi } from "./abi";
import type { Network, Reader } from "./network";
import { readPassImage } from "./passImage";
import type { Pass } from "./passes";

/** The passes an account holds now, newest first: those ever moved to it that it still owns. */
export async function readPasses(
  reader: Reader,
  network: Network,
  account: Address,
): Promise<Pass[]> {
  const contract = { address: network.tierPass, abi: tierPassAbi } as const;
  const arrivals = await getContractEvents(reader, {
    ...contract,
    eventName: "Transfer",
    args: { to: account },
    fromBlock: 0n,
    strict: true,
  });
  const numbers = [...new Set(arrivals.map((arrival) => arrival.args.tokenId))];
  const passes = await Promise.all(numbers.map((number) => readPass(reader, network, number)));
  return passes
    .filter((pass) => pass.owner.toLowerCase() === account.toLowerCase())
    .sort((a, b) => (a.number < b.number ? 1 : -1));
}

async function readPass(reader: Reader, network: Network, number: bigint) {
  const contract = { address: network.tierPass, abi: tierPassAbi, args: [number] } as const;
  const [owner, tierId, paid, uri] = await Promise.all([
    readContract(reader, { ...contract, functionName: "ownerOf" }),
    readContract(reader, { ...contract, functionName: "tierOf" }),
    readContract(reader, { ...contract, functionName: "paidFor" }),
    readContract(reader, { ...contract, functionName: "tokenURI" }),
  ]);
  return { number, owner, tierId, paid, image: readPassImage(uri) };
}
