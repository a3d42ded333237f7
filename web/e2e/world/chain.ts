import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  parseEther,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { type Child, root, start } from "./child";

/** A chain of the tests' own, with the product's contracts; only the session limit is shorter. */
export interface Chain {
  readonly rpcUrl: string;
  readonly tierPass: Address;
  readonly sessionStaking: Address;
  readonly stop: () => Promise<void>;
}

/** The mnemonic that anvil funds by default. */
const MNEMONIC = "test test test test test test test test test test test junk";

const TIERS = [
  { name: "Bronze", price: parseEther("0.01"), cap: 10_000, features: 3 },
  { name: "Silver", price: parseEther("0.05"), cap: 2_000, features: 15 },
  { name: "Gold", price: parseEther("0.25"), cap: 500, features: 31 },
] as const;

const MINIMUM_STAKE = parseEther("0.1");
const COOLDOWN_SECONDS = 86_400n;
const NOTICE_SECONDS = 7n * 86_400n;
const ROYALTY_BASIS_POINTS = 500n;

/** Starts anvil on a free port and deploys what `forge build` made. */
export async function startChain(sessionLimitSeconds: number): Promise<Chain> {
  const anvil = join(root, "node_modules", ".bin", "anvil");
  // A transaction gets its block at once, and an idle chain goes on, so that its head does not look stale.
  const args = ["--host", "127.0.0.1", "--port", "0", "--block-time", "5", "--mixed-mining"];
  const child = start("anvil", anvil, args);
  try {
    const [, address] = await child.printed(/Listening on (\S+)/, 20_000);
    const rpcUrl = `http://${address ?? ""}`;
    return { rpcUrl, ...(await deploy(rpcUrl, sessionLimitSeconds)), stop: () => stop(child) };
  } catch (failure) {
    await stop(child);
    throw failure;
  }
}

const stop = (child: Child) => child.stop();

async function deploy(rpcUrl: string, sessionLimitSeconds: number) {
  const transport = http(rpcUrl);
  const account = mnemonicToAccount(MNEMONIC);
  const wallet = createWalletClient({ account, chain: foundry, transport });
  const reader = createPublicClient({ chain: foundry, transport, pollingInterval: 50 });

  async function contract(name: string, args: readonly unknown[]) {
    const { abi, bytecode } = artifact(name);
    const hash = await wallet.deployContract({ abi, bytecode, args });
    const { contractAddress } = await reader.waitForTransactionReceipt({ hash });
    if (!contractAddress) throw new Error(`${name} was not deployed`);
    return { abi, address: contractAddress };
  }

  // Whoever deploys here holds every role, and a stake counts at once, as on the service's own chain.
  const { address } = account;
  const governance = { admin: address, adminDelay: 86_400, operator: address, pauser: address };
  const sale = [governance, address, ROYALTY_BASIS_POINTS, NOTICE_SECONDS];
  const pass = await contract("TierPass", sale);
  for (const { name, price, cap, features } of TIERS) {
    const args = [name, price, cap, features];
    const hash = await wallet.writeContract({ ...pass, functionName: "addTier", args });
    await reader.waitForTransactionReceipt({ hash });
  }
  const terms = {
    minimumStake: MINIMUM_STAKE,
    warmUp: 0n,
    cooldown: COOLDOWN_SECONDS,
    sessionLimit: BigInt(sessionLimitSeconds),
    notice: NOTICE_SECONDS,
  };
  const staking = await contract("SessionStaking", [governance, terms]);
  return { tierPass: pass.address, sessionStaking: staking.address };
}

/** Foundry's artifact of one contract. */
function artifact(name: string): { abi: Abi; bytecode: Hex } {
  const file = join(root, "contracts", "out", `${name}.sol`, `${name}.json`);
  const { abi, bytecode } = JSON.parse(readFileSync(file, "utf8")) as {
    abi: Abi;
    bytecode: { object: Hex };
  };
  return { abi, bytecode: bytecode.object };
}
