import type { Hex } from "viem";
import type { Person } from "./person";
import type { OutsideThePage } from "./wallets";

/** Something that came over the line. */
export interface Load {
  readonly kind: "document" | "scripts" | "styles" | "letters" | "words" | "answers" | "chain";
  readonly name: string;
  /** As served: compressed, headers included. */
  readonly bytes: number;
  /** Monotonic seconds. */
  readonly asked: number;
}

/** Weighs everything that this person's page loads from now on. */
export async function weigh({ page, origin }: Person): Promise<() => readonly Load[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const asked = new Map<string, { readonly url: string; readonly at: number }>();
  const loads: Load[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (request.url.startsWith("http")) asked.set(requestId, { url: request.url, at: timestamp });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request === undefined) return;
    const { pathname } = new URL(request.url);
    loads.push({
      kind: request.url.startsWith(origin) ? kindOf(pathname) : "chain",
      name: pathname.replace("/assets/", ""),
      bytes: encodedDataLength,
      asked: request.at,
    });
  });
  return () => loads;
}

function kindOf(path: string): Load["kind"] {
  if (path.startsWith("/api/")) return "answers";
  if (/\/(?:en|es|fr|de|ar)-[^/]+\.js$/.test(path)) return "words";
  if (path.endsWith(".js")) return "scripts";
  if (path.endsWith(".css")) return "styles";
  if (path.endsWith(".woff2")) return "letters";
  return "document";
}

/** A table of what was loaded, by kind. */
export function table(title: string, loads: readonly Load[]): string {
  const kinds = [...new Set(loads.map(({ kind }) => kind))].sort();
  const row = (name: string, of: readonly Load[]) =>
    `  ${name.padEnd(12)} ${String(of.length).padStart(3)} ${total(of).toLocaleString("en").padStart(9)}`;
  return [
    `${title}: requests, bytes`,
    ...kinds.map((kind) =>
      row(
        kind,
        loads.filter((load) => load.kind === kind),
      ),
    ),
    row("together", loads),
    ...[...loads]
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, 12)
      .map(({ name, bytes }) => `    ${bytes.toLocaleString("en").padStart(9)} ${name}`),
  ].join("\n");
}

export function total(loads: readonly Load[]): number {
  return loads.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * A wallet that announces itself (EIP-6963) as an extension does, and never asks: what somebody has who does not use the
 * development chain's demo wallets.
 */
export async function giveWallet({ page }: Person, wallet: OutsideThePage): Promise<void> {
  await page.exposeFunction("signOutside", (message: Hex) => wallet.sign(message));
  await page.addInitScript(
    ({ address, chainId }) => {
      let connected = false;
      const provider = {
        on: () => provider,
        removeListener: () => provider,
        request: ({ method, params }: { method: string; params?: readonly unknown[] }) => {
          switch (method) {
            case "eth_requestAccounts":
            case "wallet_requestPermissions":
              connected = true;
              return Promise.resolve([address]);
            case "eth_accounts":
              return Promise.resolve(connected ? [address] : []);
            case "eth_chainId":
              return Promise.resolve(chainId);
            case "personal_sign": {
              const { signOutside } = window as unknown as {
                signOutside: (message: unknown) => Promise<unknown>;
              };
              return signOutside(params?.[0]);
            }
            default:
              return Promise.reject(Object.assign(new Error(method), { code: 4200 }));
          }
        },
      };
      const info = { uuid: crypto.randomUUID(), name: "Pocket", icon: "", rdns: "test.pocket" };
      const announce = () =>
        window.dispatchEvent(
          new CustomEvent("eip6963:announceProvider", {
            detail: Object.freeze({ info: Object.freeze(info), provider }),
          }),
        );
      window.addEventListener("eip6963:requestProvider", announce);
      announce();
    },
    { address: wallet.address, chainId: "0x7a69" },
  );
}
