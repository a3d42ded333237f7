import type { Address } from "viem";
import { getBalance, getBlock, readContract } from "viem/actions";
import { sessionStakingAbi, tierPassAbi } from "./abi";
import { type Feature, featuresIn } from "./features";
import type { Network, Reader } from "./network";

/** One tier as the contract describes it. */
export interface Tier {
  readonly id: bigint;
  readonly name: string;
  /** In wei. */
  readonly price: bigint;
  readonly left: number;
  /** Sold no more, whatever is left. */
  readonly closed: boolean;
  readonly supply: number;
  readonly features: readonly Feature[];
}

/** One pass that somebody holds. */
export interface Pass {
  readonly number: bigint;
  readonly tierId: bigint;
  /** What was ever paid to the contract for it, in wei; an upgrade costs the difference. */
  readonly paid: bigint;
  /** The on-chain picture as an SVG data URI, if the contract has one. */
  readonly image: string | undefined;
}

/** What the staking contract asks for and promises. */
export interface StakingTerms {
  /** In wei. */
  readonly minimum: bigint;
  /** Another minimum that will hold from `effectiveAt` (Unix seconds) on. */
  readonly announced: { readonly minimum: bigint; readonly effectiveAt: number } | undefined;
  /** Time before a stake counts, in seconds. */
  readonly warmUp: number;
  /** In seconds. */
  readonly cooldown: number;
  /** SESSION_LIMIT, in seconds. */
  readonly sessionLimit: number;
}

/** What one account has to do with both contracts. */
export interface Holdings {
  /** Whether the stake counts. */
  readonly staked: boolean;
  /** In wei. */
  readonly active: bigint;
  /** When the stake began to count, or will, in Unix seconds; 0 if nothing is staked. */
  readonly countsFrom: number;
  /** On its way out, in wei. */
  readonly pending: bigint;
  /** In Unix seconds; 0 if nothing is pending. */
  readonly withdrawableAt: number;
  readonly passCount: number;
  /** What all its passes together unlock. */
  readonly features: readonly Feature[];
  /** In wei. */
  readonly balance: bigint;
  /** Time of the latest block, in Unix seconds. */
  readonly chainTime: number;
}

/** Whether the chain lets this account meet: an active stake or any pass. */
export function mayMeet(holdings: Holdings): boolean {
  return holdings.staked || holdings.passCount > 0;
}

/** The tiers that a pass may move up into: those on sale that unlock all it unlocks now, and more. */
export function upgradesOf(tier: Tier, tiers: readonly Tier[]): Tier[] {
  return tiers.filter(
    ({ closed, left, features }) =>
      !closed &&
      left > 0 &&
      features.length > tier.features.length &&
      tier.features.every((feature) => features.includes(feature)),
  );
}

/** What it costs, in wei, to move a pass into a tier. */
export function upgradePrice(pass: Pass, tier: Tier): bigint {
  return tier.price > pass.paid ? tier.price - pass.paid : 0n;
}

/** Every tier, in the contract's order. */
export async function readTiers(reader: Reader, network: Network): Promise<Tier[]> {
  const contract = { address: network.tierPass, abi: tierPassAbi } as const;
  const count = await readContract(reader, { ...contract, functionName: "tierCount" });
  const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index));
  return Promise.all(
    ids.map(async (id) => {
      const tier = await readContract(reader, { ...contract, functionName: "tier", args: [id] });
      return {
        id,
        name: tier.name,
        price: tier.price,
        left: Math.max(0, tier.supplyCap - tier.minted),
        closed: tier.closed,
        supply: tier.supplyCap,
        features: featuresIn(tier.features),
      };
    }),
  );
}

/** The staking contract's terms; only the minimum ever changes, after days of notice. */
export async function readTerms(reader: Reader, network: Network): Promise<StakingTerms> {
  const contract = { address: network.sessionStaking, abi: sessionStakingAbi } as const;
  const [minimum, [next, effectiveAt], warmUp, cooldown, sessionLimit] = await Promise.all([
    readContract(reader, { ...contract, functionName: "minimumStake" }),
    readContract(reader, { ...contract, functionName: "announcedMinimum" }),
    readContract(reader, { ...contract, functionName: "WARM_UP" }),
    readContract(reader, { ...contract, functionName: "COOLDOWN" }),
    readContract(reader, { ...contract, functionName: "SESSION_LIMIT" }),
  ]);
  return {
    minimum,
    announced: effectiveAt === 0n ? undefined : { minimum: next, effectiveAt: Number(effectiveAt) },
    warmUp: Number(warmUp),
    cooldown: Number(cooldown),
    sessionLimit: Number(sessionLimit),
  };
}

/** Stake, passes and balance of one account. */
export async function readHoldings(
  reader: Reader,
  network: Network,
  account: Address,
): Promise<Holdings> {
  const staking = { address: network.sessionStaking, abi: sessionStakingAbi } as const;
  const [staked, position, passes, features, balance, block] = await Promise.all([
    readContract(reader, { ...staking, functionName: "isActive", args: [account] }),
    readContract(reader, { ...staking, functionName: "positionOf", args: [account] }),
    readContract(reader, {
      address: network.tierPass,
      abi: tierPassAbi,
      functionName: "balanceOf",
      args: [account],
    }),
    readContract(reader, {
      address: network.tierPass,
      abi: tierPassAbi,
      functionName: "featuresOf",
      args: [account],
    }),
    getBalance(reader, { address: account }),
    getBlock(reader),
  ]);
  return {
    staked,
    active: position.active,
    countsFrom: Number(position.countsFrom),
    pending: position.pending,
    withdrawableAt: Number(position.withdrawableAt),
    passCount: Number(passes),
    features: featuresIn(Number(features)),
    balance,
    chainTime: Number(block.timestamp),
  };
}
