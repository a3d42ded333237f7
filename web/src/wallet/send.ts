import {
  type Abi,
  type Address,
  createClient,
  custom,
  type EIP1193Provider,
  encodeFunctionData,
  type Hex,
} from "viem";
import {
  estimateContractGas,
  estimateFeesPerGas,
  getBalance,
  getChainId,
  sendTransaction,
  simulateContract,
  waitForTransactionReceipt,
} from "viem/actions";
import { WalletFailure } from "./failure";
import { type Network, type Reader, chainOf } from "./network";
import type { Cost } from "./transaction";

/** A call that the person is asked to pay for. */
export interface ContractCall {
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** In wei. */
  readonly value: bigint;
}

/** Longest wait for a block before the page says that it takes longer, in milliseconds. */
const CONFIRMATION_TIMEOUT = 120_000;

/** Tries the call without sending it and says what it will take; throws where the contract would refuse it. */
export async function estimate(
  reader: Reader,
  account: Address,
  call: ContractCall,
): Promise<Cost> {
  const [balance, fees] = await Promise.all([
    getBalance(reader, { address: account }),
    estimateFeesPerGas(reader),
  ]);
  // A node refuses to estimate what the account cannot pay; say how much is missing instead.
  if (balance < call.value)
    throw new WalletFailure({ kind: "insufficient-funds", needed: call.value, balance });
  await simulateContract(reader, { ...call, account });
  const gas = await estimateContractGas(reader, { ...call, account });
  const withMargin = (gas * 12n) / 10n;
  return { value: call.value, fee: withMargin * fees.maxFeePerGas, balance, gas: withMargin };
}

/** Opens the wallet; resolves with the hash once the person has confirmed. */
export async function send(
  provider: EIP1193Provider,
  network: Network,
  account: Address,
  call: ContractCall,
  gas: bigint,
): Promise<Hex> {
  const wallet = createClient({
    account,
    chain: chainOf(network),
    transport: custom(provider, { retryCount: 0 }),
  });
  if ((await getChainId(wallet)) !== network.chainId)
    throw new WalletFailure({ kind: "wrong-network" });
  return sendTransaction(wallet, {
    to: call.address,
    data: encodeFunctionData(call),
    value: call.value,
    gas,
  });
}

/** Waits for the block; a transaction sped up in the wallet counts, a cancelled or replaced one does not. */
export async function confirmed(
  reader: Reader,
  hash: Hex,
): Promise<{ readonly hash: Hex; readonly block: bigint }> {
  // A property, because the compiler cannot see a callback's assignment to a variable.
  const fate = { replaced: false };
  const receipt = await waitForTransactionReceipt(reader, {
    hash,
    timeout: CONFIRMATION_TIMEOUT,
    onReplaced: ({ reason }) => {
      fate.replaced = reason !== "repriced";
    },
  }).catch((error: unknown) => {
    const timedOut =
      error instanceof Error && error.name === "WaitForTransactionReceiptTimeoutError";
    throw timedOut ? new WalletFailure({ kind: "still-pending", hash }) : error;
  });
  if (fate.replaced) throw new WalletFailure({ kind: "replaced", hash });
  if (receipt.status === "reverted") throw new WalletFailure({ kind: "reverted", hash });
  return { hash: receipt.transactionHash, block: receipt.blockNumber };
}
