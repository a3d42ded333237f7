import {
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  parseAbi,
  parseAbiItem,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { tierPassAbi } from "../src/wallet/abi";
import type { SharedChain } from "./world/world";

const staking = parseAbi([
  "function stake() payable",
  "function requestUnstake(uint256 amount)",
  "function minimumStake() view returns (uint256)",
  "function positionOf(address staker) view returns ((uint128 active, uint64 countsFrom, uint64 withdrawableAt, uint128 pending))",
]);

const transfer = parseAbiItem(
  "event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)",
);
const passes = parseAbi(["function transferFrom(address from, address to, uint256 tokenId)"]);
const FIRST_TIER = 0n;

type Contracts = Pick<SharedChain, "rpcUrl" | "tierPass" | "sessionStaking">;

interface DemoWallet {
  readonly name: string;
  readonly privateKey: Hex;
}

/** Acts for a demo wallet on the chain itself, past the page: what somebody does with another program. */
export class OutsideThePage {
  readonly #chain: Contracts;
  readonly #key: Hex;

  private constructor(chain: Contracts, key: Hex) {
    this.#chain = chain;
    this.#key = key;
  }

  /** @param origin of the service whose chain it is, and whose demo wallet */
  static async of(name: string, origin: string): Promise<OutsideThePage> {
    const chain = (await answerOf(`${origin}/api/config`)) as Contracts;
    const wallets = (await answerOf(`${origin}/api/demo-wallets`)) as DemoWallet[];
    const wallet = wallets.find((candidate) => candidate.name === name);
    if (wallet === undefined) throw new Error(`there is no demo wallet ${name}`);
    return new OutsideThePage(chain, wallet.privateKey);
  }

  get address(): Address {
    return privateKeyToAccount(this.#key).address;
  }

  /** Makes sure that the stake is active. */
  async stake(): Promise<void> {
    const { active } = await this.position();
    if (active > 0n) return;
    const value = await this.reader.readContract({
      ...this.staking,
      functionName: "minimumStake",
    });
    await this.done(this.writer.writeContract({ ...this.staking, functionName: "stake", value }));
  }

  /** Makes sure that no stake is active. */
  async unstake(): Promise<void> {
    const { active } = await this.position();
    if (active === 0n) return;
    const args = [active] as const;
    await this.done(
      this.writer.writeContract({ ...this.staking, functionName: "requestUnstake", args }),
    );
  }

  /** Makes sure that there is a pass; a new one is of the first tier. */
  async buyPass(): Promise<void> {
    const sale = { address: this.#chain.tierPass, abi: tierPassAbi } as const;
    const held = await this.reader.readContract({
      ...{ ...sale, functionName: "balanceOf", args: [this.address] },
    });
    if (held > 0n) return;
    const args = [FIRST_TIER] as const;
    const { price } = await this.reader.readContract({ ...sale, functionName: "tier", args });
    await this.done(
      this.writer.writeContract({ ...sale, functionName: "mint", args, value: price }),
    );
  }

  /** Hands all passes over to somebody else, as after a sale. */
  async sellPasses(to: Address): Promise<void> {
    const { address } = this;
    const got = await this.reader.getLogs({
      ...{ address: this.#chain.tierPass, event: transfer, args: { to: address } },
      fromBlock: 0n,
    });
    if (got.length === 0) throw new Error("there is no pass to sell");
    for (const { args } of got) {
      const { tokenId } = args;
      if (tokenId === undefined) throw new Error("a pass without a number");
      await this.done(
        this.writer.writeContract({
          ...{ address: this.#chain.tierPass, abi: passes, functionName: "transferFrom" },
          args: [address, to, tokenId],
        }),
      );
    }
  }

  /** Signs a text as a wallet does (EIP-191). */
  sign(message: Hex): Promise<Hex> {
    return privateKeyToAccount(this.#key).signMessage({ message: { raw: message } });
  }

  position() {
    const args = [this.address] as const;
    return this.reader.readContract({ ...this.staking, functionName: "positionOf", args });
  }

  private get staking() {
    return { address: this.#chain.sessionStaking, abi: staking } as const;
  }

  private get reader() {
    const transport = http(this.#chain.rpcUrl);
    return createPublicClient({ chain: foundry, transport, pollingInterval: 50 });
  }

  private get writer() {
    const transport = http(this.#chain.rpcUrl);
    return createWalletClient({
      account: privateKeyToAccount(this.#key),
      chain: foundry,
      transport,
    });
  }

  private async done(sent: Promise<Hex>): Promise<void> {
    const receipt = await this.reader.waitForTransactionReceipt({ hash: await sent });
    if (receipt.status !== "success") throw new Error("the transaction was reverted");
  }
}

async function answerOf(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}
