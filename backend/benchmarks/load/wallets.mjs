// Wallets for the service: funded on its development chain, staked, signed in over HTTP as the page does it.
import { createPublicClient, createTestClient, createWalletClient, http, parseAbi, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { each } from "./each.mjs";

const staking = parseAbi(["function stake() payable", "function minimumStake() view returns (uint256)"]);

/** That many fresh accounts whose stake is active on the chain that the service at this port reads. */
export async function stakers(port, count) {
  const config = await (await fetch(`http://127.0.0.1:${port}/api/config`)).json();
  const transport = http(config.rpcUrl);
  const chain = {
    id: config.chainId,
    name: config.chainName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [config.rpcUrl] } },
  };
  const reader = createPublicClient({ chain, transport, pollingInterval: 50 });
  const anvil = createTestClient({ mode: "anvil", chain, transport });
  const address = config.sessionStaking;
  const value = await reader.readContract({ address, abi: staking, functionName: "minimumStake" });
  return each(count, async () => {
    const account = privateKeyToAccount(generatePrivateKey());
    await anvil.setBalance({ address: account.address, value: value + parseEther("1") });
    const wallet = createWalletClient({ account, chain, transport });
    const hash = await wallet.writeContract({ address, abi: staking, functionName: "stake", value, nonce: 0, gas: 200_000n });
    await reader.waitForTransactionReceipt({ hash, timeout: 30_000 });
    return account;
  });
}

/** Signs an account in and returns the cookies that open its socket. */
export async function signIn(port, account) {
  const origin = `http://127.0.0.1:${port}`;
  const jar = new Map();
  const request = async (path, options = {}) => {
    const response = await fetch(origin + path, {
      ...options,
      headers: {
        ...options.headers,
        origin,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        "x-xsrf-token": jar.get("XSRF-TOKEN") ?? "",
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(name, value);
    }
    return response;
  };
  await request("/api/session");
  const { nonce } = await expectJson(await request("/api/sign-in/challenge", { method: "POST" }));
  const now = Date.now();
  const message = createSiweMessage({
    domain: `127.0.0.1:${port}`,
    address: account.address,
    uri: origin,
    version: "1",
    chainId: 31337,
    nonce,
    issuedAt: new Date(now),
    expirationTime: new Date(now + 5 * 60_000),
  });
  const signature = await account.signMessage({ message });
  const headers = { "content-type": "application/json" };
  await expectJson(
    await request("/api/sign-in", { method: "POST", headers, body: JSON.stringify({ message, signature }) }),
  );
  return { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
}

async function expectJson(response) {
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} from ${response.url}: ${body}`);
  }
  return JSON.parse(body);
}
