import {
  type Address,
  type Chain,
  type Client,
  createClient,
  defineChain,
  http,
  isAddress,
  type Transport,
} from "viem";
import { ask } from "./api";
import { WalletFailure } from "./failure";

/** `GET /api/config`: which chain this service lives on and where its contracts are. */
export interface Network {
  readonly chainId: number;
  readonly chainName: string;
  readonly rpcUrl: string;
  readonly currency: string;
  readonly tierPass: Address;
  readonly sessionStaking: Address;
  readonly development: boolean;
  /** Block explorer without a trailing slash, if there is one. */
  readonly explorerUrl: string | null;
}

/** Asks the service for its network. */
export async function loadNetwork(): Promise<Network> {
  const network = readNetwork(await (await ask("GET", "/api/config")).json());
  if (network === undefined) throw new WalletFailure({ kind: "service", code: "config-malformed" });
  return network;
}

/** The network in an answer of `/api/config`, or nothing if it is not one. */
export function readNetwork(json: unknown): Network | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const config = json as Record<string, unknown>;
  const { chainId, chainName, rpcUrl, currency, tierPass, sessionStaking, explorerUrl } = config;
  if (typeof chainId !== "number" || !Number.isSafeInteger(chainId) || chainId < 1)
    return undefined;
  if (typeof chainName !== "string" || typeof rpcUrl !== "string") return undefined;
  if (!isContract(tierPass) || !isContract(sessionStaking)) return undefined;
  return {
    chainId,
    chainName,
    rpcUrl,
    currency: typeof currency === "string" ? currency : "ETH",
    tierPass,
    sessionStaking,
    development: config.development === true,
    explorerUrl:
      typeof explorerUrl === "string" && explorerUrl.startsWith("https://")
        ? explorerUrl.replace(/\/+$/, "")
        : null,
  };
}

function isContract(value: unknown): value is Address {
  return typeof value === "string" && isAddress(value, { strict: false });
}

/** The network as viem and wagmi know chains. */
export function chainOf(network: Network): Chain {
  return defineChain({
    id: network.chainId,
    name: network.chainName,
    nativeCurrency: { name: "Ether", symbol: network.currency, decimals: 18 },
    rpcUrls: { default: { http: [network.rpcUrl] } },
    ...(network.explorerUrl === null
      ? {}
      : { blockExplorers: { default: { name: "Explorer", url: network.explorerUrl } } }),
  });
}

/**
 * Reads the chain with the functions of `viem/actions`; what is asked for at once goes out as one JSON-RPC batch. viem's
 * "public client" would bring all of its actions, most of which nobody here needs.
 */
export function reader(network: Network): Reader {
  return createClient({
    chain: chainOf(network),
    transport: http(network.rpcUrl, { batch: { batchSize: 100 }, timeout: 10_000, retryCount: 2 }),
    pollingInterval: network.development ? 500 : 4_000,
    cacheTime: 0,
  });
}

/** A client of the service's chain. */
export type Reader = Client<Transport, Chain>;
