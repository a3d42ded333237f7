import { sessionStakingAbi, tierPassAbi } from "./abi";
import { duration, eth } from "./format";
import type { Network } from "./network";
import { type Pass, type StakingTerms, type Tier, upgradePrice } from "./passes";
import type { ContractCall } from "./send";

/** Something that a person can do with the contracts, in words and as the call. */
export interface Action {
  readonly kind: "mint" | "upgrade" | "stake" | "unstake" | "withdraw";
  /** Heads the dialog. */
  readonly title: string;
  /** What it means, before it is paid for. */
  readonly explanation: string;
  /** What the value is called in the list of costs; nothing where no money goes out but the fee. */
  readonly valueName: string | undefined;
  readonly doneTitle: string;
  readonly doneText: string;
  readonly call: ContractCall;
}

/** Buys one pass of a tier. */
export function mint(network: Network, tier: Tier): Action {
  return {
    kind: "mint",
    title: `Get a ${tier.name} pass`,
    explanation: "The pass is yours for good: keep it, give it away or sell it.",
    valueName: `${tier.name} pass`,
    doneTitle: `The ${tier.name} pass is yours`,
    doneText: "It lets you meet people as often as you like, and it unlocks this:",
    call: {
      address: network.tierPass,
      abi: tierPassAbi,
      functionName: "mint",
      args: [tier.id],
      value: tier.price,
    },
  };
}

/** Moves a pass up into another tier, for the difference. */
export function upgrade(network: Network, pass: Pass, tier: Tier): Action {
  return {
    kind: "upgrade",
    title: `Make it a ${tier.name} pass`,
    explanation:
      "Your pass keeps its number and gets a new picture. You pay what is missing to the price.",
    valueName: "The difference",
    doneTitle: `It is a ${tier.name} pass now`,
    doneText: "It unlocks this:",
    call: {
      address: network.tierPass,
      abi: tierPassAbi,
      functionName: "upgrade",
      args: [pass.number, tier.id],
      value: upgradePrice(pass, tier),
    },
  };
}

/** Adds to the stake. @param amount in wei */
export function stake(network: Network, terms: StakingTerms, amount: bigint): Action {
  return {
    kind: "stake",
    title: `Stake ${eth(amount)} ETH`,
    explanation: `Your stake is yours: leave any time, back in your wallet after ${duration(terms.cooldown)}.`,
    valueName: "Your stake",
    doneTitle: "Your stake is in",
    doneText:
      terms.warmUp === 0
        ? "You can meet people as often as you like."
        : `It counts in ${duration(terms.warmUp)}. From then on you can meet people as often as you like.`,
    call: {
      address: network.sessionStaking,
      abi: sessionStakingAbi,
      functionName: "stake",
      args: [],
      value: amount,
    },
  };
}

/** Takes stake back, which starts its cool-down. @param amount in wei */
export function unstake(network: Network, terms: StakingTerms, amount: bigint): Action {
  return {
    kind: "unstake",
    title: "Take your stake back",
    explanation: `${eth(amount)} ETH stop counting at once and can be withdrawn after ${duration(terms.cooldown)}. Without a pass you cannot meet people until you stake again.`,
    valueName: undefined,
    doneTitle: "Your stake is on its way back",
    doneText: `Come back in ${duration(terms.cooldown)} and withdraw it.`,
    call: {
      address: network.sessionStaking,
      abi: sessionStakingAbi,
      functionName: "requestUnstake",
      args: [amount],
      value: 0n,
    },
  };
}

/** Pays out what has cooled down. @param amount in wei */
export function withdraw(network: Network, amount: bigint): Action {
  return {
    kind: "withdraw",
    title: `Withdraw ${eth(amount)} ETH`,
    explanation: "The cool-down is over. It goes straight to your wallet.",
    valueName: undefined,
    doneTitle: "It is back in your wallet",
    doneText: `${eth(amount)} ETH came home.`,
    call: {
      address: network.sessionStaking,
      abi: sessionStakingAbi,
      functionName: "withdraw",
      args: [],
      value: 0n,
    },
  };
}
