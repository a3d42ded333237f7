import type { Config } from "wagmi";
import { loadDemoWallets } from "../../wallet/demo/wallets";
import { connection } from "../../wallet/connection";
import { loadNetwork, type Network, reader, type Reader } from "../../wallet/network";

/** What the page needs before anybody can do anything. */
export interface Booted {
  readonly network: Network;
  readonly reader: Reader;
  readonly config: Config;
}

let booting: Promise<Booted> | undefined;

/** Asks the service for its network once, and on the development chain announces the demo wallets. */
export function boot(): Promise<Booted> {
  booting ??= load().catch((error: unknown) => {
    booting = undefined;
    throw error;
  });
  return booting;
}

async function load(): Promise<Booted> {
  const network = await loadNetwork();
  if (network.development) {
    const wallets = await loadDemoWallets();
    if (wallets.length > 0) {
      const { announceDemoWallets } = await import("../../wallet/demo/announce");
      // Before wagmi looks for wallets, so that it finds the one it was connected to last time.
      announceDemoWallets(wallets, network);
    }
  }
  return { network, reader: reader(network), config: connection(network) };
}
