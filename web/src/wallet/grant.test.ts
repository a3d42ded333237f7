import {
  concat,
  createClient,
  custom,
  HttpRequestError,
  pad,
  RpcRequestError,
  toFunctionSelector,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { expect, test } from "vitest";
import { grantCheck, type SignedGrant } from "./grant";
import { chainOf, type Network, type Reader } from "./network";

const NETWORK: Network = {
  chainId: 31337,
  chainName: "Test",
  rpcUrl: "http://127.0.0.1:8545",
  currency: "ETH",
  tierPass: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  sessionStaking: "0xDc64a140Aa3E981100a9becA4E685f962f0cF6C9",
  development: true,
  explorerUrl: null,
};

async function signed(): Promise<SignedGrant> {
  const account = privateKeyToAccount(generatePrivateKey());
  const grant = { sessionId: `0x${"5e".repeat(32)}`, startsAt: 1_000, endsAt: 1_300 } as const;
  const signature = await account.signTypedData({
    domain: {
      name: "Passerby",
      version: "1",
      chainId: NETWORK.chainId,
      verifyingContract: NETWORK.sessionStaking,
    },
    types: {
      SessionGrant: [
        { name: "node", type: "address" },
        { name: "sessionId", type: "bytes32" },
        { name: "startsAt", type: "uint64" },
        { name: "endsAt", type: "uint64" },
      ],
    },
    primaryType: "SessionGrant",
    message: { node: account.address, ...grant, startsAt: 1_000n, endsAt: 1_300n },
  });
  return { node: account.address, ...grant, signature };
}

/** A chain whose node answers every call so. */
function chain(answer: () => Promise<unknown>): Reader {
  return createClient({
    chain: chainOf(NETWORK),
    transport: custom({ request: answer }, { retryCount: 0 }),
  });
}

const silent = chain(() => Promise.reject(new HttpRequestError({ url: NETWORK.rpcUrl })));

test("a session that the contract confirms is granted", async () =>
  expect(
    await grantCheck(
      chain(() => Promise.resolve("0x")),
      NETWORK,
    )(await signed()),
  ).toBe(true));

test.each(["GrantExpired(uint64)", "SomethingNew()"])(
  "a session that the contract refuses with %s is not, however good the signature",
  async (error) => {
    const data = concat([toFunctionSelector(error), pad("0x01")]);
    const refusal = new RpcRequestError({
      body: {},
      url: NETWORK.rpcUrl,
      error: { code: 3, message: "execution reverted", data },
    });
    expect(
      await grantCheck(
        chain(() => Promise.reject(refusal)),
        NETWORK,
      )(await signed()),
    ).toBe(false);
  },
);

test("without the chain the signature decides", async () =>
  expect(await grantCheck(silent, NETWORK)(await signed())).toBe(true));

test.each<[string, Partial<SignedGrant>]>([
  ["another node", { node: NETWORK.tierPass }],
  ["another session", { sessionId: `0x${"5d".repeat(32)}` }],
  ["a later end", { endsAt: 1_301 }],
  ["no signature", { signature: "0x00" }],
])("without the chain, too, the signature does not do for %s", async (_what, change) =>
  expect(await grantCheck(silent, NETWORK)({ ...(await signed()), ...change })).toBe(false),
);
