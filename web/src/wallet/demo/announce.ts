import { type Address, isAddress, isHex } from "viem";
import { DEMO_RDNS } from "../announced";
import { ask } from "../api";
import { classify } from "../failure";
import type { Network } from "../network";
import { approvals } from "./approval";
import { demoIcon } from "./icon";
import { DemoProvider, type DemoWallet, type Grants } from "./provider";

/** Announces the service's demo wallets by EIP-6963, exactly as an extension would; none is not an error. */
export async function announceDemoWallets(network: Network): Promise<void> {
  const wallets = await loadDemoWallets();
  for (const wallet of wallets) {
    const provider = new DemoProvider(wallet, network, approvals, grantsOf(localStorage));
    const detail = Object.freeze({
      info: Object.freeze({
        uuid: crypto.randomUUID(),
        name: wallet.name,
        icon: demoIcon(wallet),
        rdns: `${DEMO_RDNS}.${wallet.address.slice(2, 10).toLowerCase()}`,
      }),
      provider,
    });
    const announce = () =>
      window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
    window.addEventListener("eip6963:requestProvider", announce);
    announce();
  }
}

async function loadDemoWallets(): Promise<DemoWallet[]> {
  try {
    return readDemoWallets(await (await ask("GET", "/api/demo-wallets")).json());
  } catch (error) {
    if (classify(error).kind === "service") return [];
    throw error;
  }
}

/** The wallets in an answer of the service; anything that is not one is left out. */
export function readDemoWallets(json: unknown): DemoWallet[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry: unknown) => {
    const { name, address, privateKey } = (entry ?? {}) as Record<string, unknown>;
    const usable =
      typeof name === "string" &&
      typeof address === "string" &&
      isAddress(address, { strict: false }) &&
      isHex(privateKey) &&
      privateKey.length === 66;
    return usable ? [{ name, address, privateKey }] : [];
  });
}

const STORED = "passerby.demo-wallets";

/** Grants in the host's own storage: `localhost` and `127.0.0.1` are two hosts, so two people. */
export function grantsOf(storage: Pick<Storage, "getItem" | "setItem">): Grants {
  const read = (): string[] => {
    try {
      const stored: unknown = JSON.parse(storage.getItem(STORED) ?? "[]");
      return Array.isArray(stored) ? stored.filter((entry) => typeof entry === "string") : [];
    } catch {
      return [];
    }
  };
  const key = (address: Address) => address.toLowerCase();
  return {
    has: (address) => read().includes(key(address)),
    add: (address) =>
      storage.setItem(STORED, JSON.stringify([...new Set([...read(), key(address)])])),
    remove: (address) =>
      storage.setItem(STORED, JSON.stringify(read().filter((entry) => entry !== key(address)))),
  };
}
