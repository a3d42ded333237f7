import type { Words } from "../words/Words";
import { sessionStakingAbi, tierPassAbi } from "./abi";
import type { Network } from "./network";
import { type Pass, type StakingTerms, type Tier, upgradePrice } from "./passes";
import type { ContractCall } from "./send";

/** An action in words. */
export interface ActionWords {
  /** Heads the dialog. */
  readonly title: string;
  /** What it means, before it is paid for. */
  readonly explanation: string;
  /** What the value is called in the list of costs; nothing where no money goes out but the fee. */
  readonly valueName: string | undefined;
  readonly doneTitle: string;
  readonly doneText: string;
}

/** Something that a person can do with the contracts: in the words of any language, and as the call. */
export interface Action {
  readonly said: (words: Words) => ActionWords;
  readonly call: ContractCall;
}

/** Buys one pass of a tier. */
export function mint(network: Network, tier: Tier): Action {
  return {
    said: ({ say }) => ({
      title: say("actions.mint.title", { tier: tier.name }),
      explanation: say("actions.mint.explanation"),
      valueName: say("actions.mint.value", { tier: tier.name }),
      doneTitle: say("actions.mint.doneTitle", { tier: tier.name }),
      doneText: say("actions.mint.doneText"),
    }),
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
    said: ({ say }) => ({
      title: say("actions.upgrade.title", { tier: tier.name }),
      explanation: say("actions.upgrade.explanation"),
      valueName: say("actions.upgrade.value"),
      doneTitle: say("actions.upgrade.doneTitle", { tier: tier.name }),
      doneText: say("actions.upgrade.doneText"),
    }),
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
    said: ({ say, eth, duration }) => ({
      title: say("actions.stake.title", { amount: eth(amount) }),
      explanation: say("passes.yourStake", { length: duration(terms.cooldown) }),
      valueName: say("actions.stake.value"),
      doneTitle: say("actions.stake.doneTitle"),
      doneText:
        terms.warmUp === 0
          ? say("actions.stake.doneText")
          : say("actions.stake.warmUp", { length: duration(terms.warmUp) }),
    }),
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
    said: ({ say, eth, duration }) => ({
      title: say("actions.unstake.title"),
      explanation: say("actions.unstake.explanation", {
        amount: eth(amount),
        length: duration(terms.cooldown),
      }),
      valueName: undefined,
      doneTitle: say("actions.unstake.doneTitle"),
      doneText: say("actions.unstake.doneText", { length: duration(terms.cooldown) }),
    }),
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
    said: ({ say, eth }) => ({
      title: say("actions.withdraw.title", { amount: eth(amount) }),
      explanation: say("actions.withdraw.explanation"),
      valueName: undefined,
      doneTitle: say("actions.withdraw.doneTitle"),
      doneText: say("actions.withdraw.doneText", { amount: eth(amount) }),
    }),
    call: {
      address: network.sessionStaking,
      abi: sessionStakingAbi,
      functionName: "withdraw",
      args: [],
      value: 0n,
    },
  };
}
