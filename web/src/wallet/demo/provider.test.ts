import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hexToBigInt, parseTransaction, stringToHex, verifyMessage, verifyTypedData } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Network } from "../network";
import { ApprovalQueue, type ApprovalRequest } from "./approval";
import { DemoProvider } from "./provider";
import { readDemoWallets } from "./wallets";

const ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const HASH = `0x${"ab".repeat(32)}`;
// Anvil's first account: everybody knows this key.
const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

/** A node that answers what a wallet asks of it. */
const node = { sent: [] as `0x02${string}`[], url: "" };
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { id, method, params } = JSON.parse(body) as {
        id: number;
        method: string;
        params: unknown[];
      };
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ jsonrpc: "2.0", id, result: answer(method, params) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  node.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function answer(method: string, params: unknown[]): unknown {
  switch (method) {
    case "eth_chainId":
      return "0x7a69";
    case "eth_getTransactionCount":
      return "0x5";
    case "eth_estimateGas":
      return "0x5208";
    case "eth_maxPriorityFeePerGas":
      return "0x1";
    case "eth_getBlockByNumber":
      return { number: "0x1", baseFeePerGas: "0xa", timestamp: "0x0", transactions: [] };
    case "eth_sendRawTransaction":
      node.sent.push(params[0] as `0x02${string}`);
      return HASH;
    case "eth_blockNumber":
      return "0x2a";
    default:
      return null;
  }
}

const granted = new Set<string>();
const asked: ApprovalRequest[] = [];
let approvals: ApprovalQueue;
let provider: DemoProvider;

/** Answers every question of the wallet's window the same way. */
function person(approves: boolean) {
  approvals.subscribe(() => {
    const pending = approvals.current();
    if (pending === undefined) return;
    asked.push(pending.request);
    pending.answer(approves);
  });
}

beforeEach(() => {
  vi.stubGlobal("location", { host: "localhost:8080" });
  node.sent = [];
  asked.length = 0;
  granted.clear();
  approvals = new ApprovalQueue();
  const network: Network = {
    chainId: 31337,
    chainName: "Test",
    rpcUrl: node.url,
    currency: "ETH",
    tierPass: ADDRESS,
    sessionStaking: ADDRESS,
    development: true,
    explorerUrl: null,
  };
  const wallet = { name: "Ada", address: ADDRESS, privateKey: KEY } as const;
  provider = new DemoProvider(wallet, network, approvals, {
    has: (address) => granted.has(address),
    add: (address) => void granted.add(address),
    remove: (address) => void granted.delete(address),
  });
});
afterEach(() => vi.unstubAllGlobals());

const refusal = (method: string, params?: unknown) =>
  provider.request({ method, params }).then(
    () => "answered",
    (error: unknown) => (error as { code: unknown }).code,
  );

describe("a demo wallet", () => {
  test("shows no account before the person has said yes, and remembers the yes", async () => {
    expect(await provider.request({ method: "eth_accounts" })).toEqual([]);
    person(true);
    expect(await provider.request({ method: "eth_requestAccounts" })).toEqual([ADDRESS]);
    expect(await provider.request({ method: "eth_requestAccounts" })).toEqual([ADDRESS]);
    expect(asked).toEqual([{ kind: "connect" }]);
  });

  test("refuses with 4001 when the person says no, to every kind of question", async () => {
    person(false);
    expect(await refusal("eth_requestAccounts")).toBe(4001);
    expect(await refusal("wallet_requestPermissions", [{ eth_accounts: {} }])).toBe(4001);
    granted.add(ADDRESS);
    expect(await refusal("personal_sign", [stringToHex("hello"), ADDRESS])).toBe(4001);
    expect(await refusal("eth_sendTransaction", [{ from: ADDRESS, to: OTHER }])).toBe(4001);
    expect(node.sent).toEqual([]);
  });

  test("signs the exact bytes it was given and shows them as text", async () => {
    granted.add(ADDRESS);
    person(true);
    const message = "localhost wants you\nto sign in ✓";
    const signature = await provider.request({
      method: "personal_sign",
      params: [stringToHex(message), ADDRESS.toLowerCase()],
    });
    expect(asked).toEqual([{ kind: "sign", text: message }]);
    const valid = verifyMessage({
      address: ADDRESS,
      message,
      signature: signature as `0x${string}`,
    });
    expect(await valid).toBe(true);
  });

  test("signs typed data the same each time, and shows what it says (EIP-712)", async () => {
    granted.add(ADDRESS);
    person(true);
    const typed = {
      domain: { name: "Somewhere", version: "1" },
      types: { Note: [{ name: "text", type: "string" }] },
      primaryType: "Note",
      message: { text: "Open, please." },
    } as const;
    const ask = { method: "eth_signTypedData_v4", params: [ADDRESS, JSON.stringify(typed)] };
    const signature = (await provider.request(ask)) as `0x${string}`;
    expect(await provider.request(ask)).toBe(signature);
    expect(await verifyTypedData({ ...typed, address: ADDRESS, signature })).toBe(true);
    expect(asked[0]).toMatchObject({ kind: "sign" });
    expect(JSON.stringify(asked[0])).toContain("Open, please.");
    expect(await refusal("eth_signTypedData_v4", [OTHER, JSON.stringify(typed)])).toBe(4100);
    expect(await refusal("eth_signTypedData_v4", [ADDRESS, "{}"])).toBe(-32602);
  });

  test("signs nothing for an account that is not its own or was not granted", async () => {
    person(true);
    expect(await refusal("personal_sign", [stringToHex("x"), ADDRESS])).toBe(4100);
    granted.add(ADDRESS);
    expect(await refusal("personal_sign", [stringToHex("x"), OTHER])).toBe(4100);
    expect(await refusal("eth_sendTransaction", [{ from: OTHER, to: ADDRESS }])).toBe(4100);
    expect(asked).toEqual([]);
  });

  test("sends what was asked for, after it has shown the price", async () => {
    granted.add(ADDRESS);
    person(true);
    const transaction = { from: ADDRESS, to: OTHER, value: "0x64", data: "0x1234", gas: "0x7530" };
    const hash = await provider.request({ method: "eth_sendTransaction", params: [transaction] });
    expect(hash).toBe(HASH);
    const sent = parseTransaction(node.sent[0] ?? "0x02");
    expect(sent).toMatchObject({ value: 100n, data: "0x1234", gas: 30_000n, chainId: 31337 });
    expect(sent.to?.toLowerCase()).toBe(OTHER.toLowerCase());
    const fee = 30_000n * (sent.maxFeePerGas ?? 0n);
    expect(asked).toEqual([{ kind: "send", to: OTHER, value: 100n, fee, data: "0x1234" }]);
  });

  test("stays on its chain", async () => {
    expect(await provider.request({ method: "eth_chainId" })).toBe("0x7a69");
    expect(await refusal("wallet_switchEthereumChain", [{ chainId: "0x7a69" }])).toBe("answered");
    expect(await refusal("wallet_switchEthereumChain", [{ chainId: "0x1" }])).toBe(4902);
    expect(await refusal("wallet_switchEthereumChain", [])).toBe(-32602);
  });

  test("asks the node what only the node knows, and nothing that would sign", async () => {
    const block = await provider.request({ method: "eth_blockNumber" });
    expect(hexToBigInt(block as `0x${string}`)).toBe(42n);
    expect(await refusal("eth_sign", [ADDRESS, "0x00"])).toBe(4200);
    expect(await refusal("eth_signTypedData_v3", [ADDRESS, "{}"])).toBe(4200);
    expect(await refusal("anvil_setBalance", [ADDRESS, "0x1"])).toBe(4200);
  });

  test("forgets the grant when it is taken back, and says so", async () => {
    granted.add(ADDRESS);
    const accounts: unknown[] = [];
    const listener = (value: unknown) => void accounts.push(value);
    provider.on("accountsChanged", listener);
    await provider.request({ method: "wallet_revokePermissions", params: [{ eth_accounts: {} }] });
    expect(accounts).toEqual([[]]);
    expect(await provider.request({ method: "eth_accounts" })).toEqual([]);
    provider.removeListener("accountsChanged", listener);
    await provider.request({ method: "wallet_revokePermissions" });
    expect(accounts).toHaveLength(1);
  });
});

test("questions are asked one after the other, in their order", async () => {
  const queue = new ApprovalQueue();
  const first = queue.ask("Ada", "localhost", { kind: "connect" });
  const second = queue.ask("Ada", "localhost", { kind: "sign", text: "x" });
  expect(queue.current()?.request.kind).toBe("connect");
  queue.current()?.answer(false);
  expect(queue.current()?.request.kind).toBe("sign");
  queue.current()?.answer(true);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(queue.current()).toBeUndefined();
});

test("an answer of the service that is no list of wallets holds none", () => {
  const wallet = { name: "Ada", address: ADDRESS, privateKey: KEY };
  expect(readDemoWallets([wallet, null, { ...wallet, privateKey: "0x12" }, 7])).toEqual([wallet]);
  expect(readDemoWallets({ wallet })).toEqual([]);
});
