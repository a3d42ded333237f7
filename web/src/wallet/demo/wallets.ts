import { type Address, type Hex, isAddress, isHex } from "viem";
import { ask } from "../api";
import { classify } from "../failure";

/** What `GET /api/demo-wallets` gives out, on the development chain alone. */
export interface DemoWallet {
  readonly name: string;
  readonly address: Address;
  readonly privateKey: Hex;
}

/** The service's demo wallets; none is not an error. */
export async function loadDemoWallets(): Promise<DemoWallet[]> {
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
