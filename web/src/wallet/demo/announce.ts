import type { Address } from "viem";
import { DEMO_RDNS } from "../announced";
import type { Network } from "../network";
import { approvals } from "./approval";
import { demoIcon } from "./icon";
import { DemoProvider, type Grants } from "./provider";
import type { DemoWallet } from "./wallets";

/** Announces demo wallets by EIP-6963, exactly as an extension would. */
export function announceDemoWallets(wallets: readonly DemoWallet[], network: Network): void {
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
