import {
  type Address,
  type Hex,
  type LocalAccount,
  createWalletClient,
  hexToString,
  http,
  isHex,
  numberToHex,
  publicActions,
  type TypedDataDefinition,
  validateTypedData,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Network, chainOf } from "../network";
import type { ApprovalQueue } from "./approval";
import type { DemoWallet } from "./wallets";
import { ProviderError, invalid, rejected, unauthorized, unsupported } from "./providerError";

/** Which demo wallets this host may see without asking again. */
export interface Grants {
  has(address: Address): boolean;
  add(address: Address): void;
  remove(address: Address): void;
}

type Listener = (value: unknown) => void;

/** EIP-1193's request, as a wallet receives it. */
export interface ProviderRequest {
  readonly method: string;
  readonly params?: unknown;
}

/** A real EIP-1193 provider over one funded key of the development chain. */
export class DemoProvider {
  readonly #wallet: DemoWallet;
  readonly #network: Network;
  readonly #account: LocalAccount;
  readonly #approvals: ApprovalQueue;
  readonly #grants: Grants;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #client;

  constructor(wallet: DemoWallet, network: Network, approvals: ApprovalQueue, grants: Grants) {
    this.#wallet = wallet;
    this.#network = network;
    this.#account = privateKeyToAccount(wallet.privateKey);
    this.#approvals = approvals;
    this.#grants = grants;
    this.#client = createWalletClient({
      account: this.#account,
      chain: chainOf(network),
      transport: http(network.rpcUrl, { timeout: 10_000 }),
    }).extend(publicActions);
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  /** Answers one request; refuses with EIP-1193 and EIP-1474 codes. */
  async request({ method, params }: ProviderRequest): Promise<unknown> {
    const given = Array.isArray(params) ? (params as unknown[]) : [];
    switch (method) {
      case "eth_accounts":
        return this.#accounts();
      case "eth_requestAccounts":
        return this.#connect();
      case "wallet_requestPermissions":
        return this.#requestPermissions();
      case "wallet_getPermissions":
        return this.#accounts().length > 0 ? [this.#permission()] : [];
      case "wallet_revokePermissions":
        this.#grants.remove(this.#account.address);
        this.#emit("accountsChanged", []);
        return null;
      case "eth_chainId":
        return numberToHex(this.#network.chainId);
      case "net_version":
        return this.#network.chainId.toString();
      case "wallet_switchEthereumChain":
      case "wallet_addEthereumChain":
        return this.#stayOnChain(given[0]);
      case "personal_sign":
        return this.#sign(given[0], given[1]);
      case "eth_signTypedData_v4":
        return this.#signTyped(given[0], given[1]);
      case "eth_sendTransaction":
        return this.#send(given[0]);
      default:
        return this.#pass(method, given);
    }
  }

  #accounts(): Address[] {
    return this.#grants.has(this.#account.address) ? [this.#account.address] : [];
  }

  async #connect(): Promise<Address[]> {
    if (this.#accounts().length === 0) {
      await this.#approve({ kind: "connect" });
      this.#grants.add(this.#account.address);
      this.#emit("connect", { chainId: numberToHex(this.#network.chainId) });
      this.#emit("accountsChanged", this.#accounts());
    }
    return this.#accounts();
  }

  /** EIP-2255 always asks, also where access was granted before. */
  async #requestPermissions() {
    await this.#approve({ kind: "connect" });
    this.#grants.add(this.#account.address);
    return [this.#permission()];
  }

  #permission() {
    return {
      parentCapability: "eth_accounts",
      caveats: [{ type: "restrictReturnedAccounts", value: this.#accounts() }],
    };
  }

  #stayOnChain(parameter: unknown): null {
    const wanted = (parameter as { chainId?: unknown } | undefined)?.chainId;
    if (typeof wanted !== "string") throw invalid("chainId is missing");
    if (Number(wanted) !== this.#network.chainId)
      throw new ProviderError(4902, "Demo wallets know the development chain alone");
    return null;
  }

  async #sign(message: unknown, address: unknown): Promise<Hex> {
    if (typeof message !== "string") throw invalid("the message is missing");
    this.#requireOwn(address);
    const text = isHex(message) ? hexToString(message) : message;
    await this.#approve({ kind: "sign", text });
    return this.#account.signMessage({ message: isHex(message) ? { raw: message } : message });
  }

  /** EIP-712; what is signed is shown as it is, without the types. */
  async #signTyped(address: unknown, parameter: unknown): Promise<Hex> {
    this.#requireOwn(address);
    const typed = readTyped(parameter);
    const text = JSON.stringify({ ...typed.domain, ...typed.message }, null, 2);
    await this.#approve({ kind: "sign", text });
    return this.#account.signTypedData(typed);
  }

  async #send(parameter: unknown): Promise<Hex> {
    const transaction = readTransaction(parameter);
    this.#requireOwn(transaction.from);
    const { to, value, data } = transaction;
    const prepared = await this.#client.prepareTransactionRequest({
      account: this.#account,
      to,
      value,
      data,
      type: "eip1559",
      ...(transaction.gas === undefined ? {} : { gas: transaction.gas }),
    });
    const fee = prepared.gas * prepared.maxFeePerGas;
    await this.#approve({ kind: "send", to, value, fee, data });
    return this.#client.sendTransaction(prepared);
  }

  /** Reading is the node's business. */
  #pass(method: string, params: unknown[]): Promise<unknown> {
    const signs = /sign|accounts|sendTransaction/i.test(method);
    if (signs || !/^(eth|net|web3)_/.test(method)) throw unsupported(method);
    return this.#client.transport.request({ method, params });
  }

  #requireOwn(address: unknown) {
    const own = this.#accounts()[0];
    if (typeof address !== "string" || address.toLowerCase() !== own?.toLowerCase())
      throw unauthorized();
  }

  async #approve(request: Parameters<ApprovalQueue["ask"]>[2]) {
    const approved = await this.#approvals.ask(this.#wallet.name, location.host, request);
    if (!approved) throw rejected();
  }

  #emit(event: string, value: unknown) {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }
}

function readTyped(parameter: unknown): TypedDataDefinition {
  try {
    const typed = (
      typeof parameter === "string" ? JSON.parse(parameter) : parameter
    ) as TypedDataDefinition;
    validateTypedData(typed);
    return typed;
  } catch {
    throw invalid("the typed data cannot be read");
  }
}

function readTransaction(parameter: unknown) {
  if (typeof parameter !== "object" || parameter === null) throw invalid("no transaction");
  const { from, to, value, data, input, gas } = parameter as Record<string, unknown>;
  if (!isHex(to)) throw invalid("demo wallets do not deploy contracts");
  const code = data ?? input ?? "0x";
  if (!isHex(code)) throw invalid("data is not hex");
  return {
    from,
    to,
    data: code,
    value: quantity(value) ?? 0n,
    gas: quantity(gas),
  };
}

function quantity(value: unknown): bigint | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isHex(value)) throw invalid("a quantity is not hex");
  return BigInt(value);
}
