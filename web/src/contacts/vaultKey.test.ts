import { recoverTypedDataAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { newId, open, seal } from "./sealedEntry";
import { keyFromWallet, keyRequest, vaultKey } from "./vaultKey";
import type { VaultKeyResult } from "./vaultKey";
import { entropyOf, newPhrase } from "./phrase";

const account = privateKeyToAccount(`0x${"59".repeat(32)}`);
const other = privateKeyToAccount(`0x${"5a".repeat(32)}`);
const kept = {
  id: newId(),
  secret: new Uint8Array(32),
  side: "polite" as const,
  name: "Noor",
  note: "",
  since: "2026-11-22",
  visible: true,
};

async function opens(one: VaultKeyResult, two: VaultKeyResult): Promise<boolean> {
  if (one.kind !== "key" || two.kind !== "key") throw new Error("there is no key");
  return (await open(two.key, kept.id, Uint8Array.from(await seal(one.key, kept)))) !== null;
}

const from = (signer: typeof account, first = false) =>
  keyFromWallet(signer.address, (request) => signer.signTypedData(request), first);

describe("the key of a wallet", () => {
  it("is the same in another browser, and another wallet's is another", async () => {
    expect(await opens(await from(account, true), await from(account))).toBe(true);
    expect(await opens(await from(account), await from(other))).toBe(false);
  });

  it("is the same however a wallet writes the last byte of its signature", async () => {
    const old = await keyFromWallet(
      account.address,
      async (request) => {
        const signature = await account.signTypedData(request);
        const last = Number.parseInt(signature.slice(-2), 16) - 27;
        return `${signature.slice(0, -2)}0${last}` as `0x${string}`;
      },
      false,
    );
    expect(await opens(await from(account), old)).toBe(true);
  });

  it("comes of a signature that names the wallet, the purpose and no chain", async () => {
    const request = keyRequest(account.address);
    expect(request.domain).not.toHaveProperty("chainId");
    expect(request.message.warning).toContain("Passerby only");
    const signature = await account.signTypedData(request);
    expect(await recoverTypedDataAddress({ ...request, signature })).toBe(account.address);
  });

  it("is refused where the wallet signs differently each time", async () => {
    let count = 0;
    const sign = () => Promise.resolve(`0x${String(++count).repeat(130)}` as const);
    expect(await keyFromWallet(account.address, sign, true)).toEqual({ kind: "no-key" });
  });

  it.each([["0x"], [`0x${"11".repeat(64)}`], [`0x${"11".repeat(500)}`], ["what?"]])(
    "is refused where %s is no signature of one key",
    async (signature) => {
      const sign = () => Promise.resolve(signature as `0x${string}`);
      const result = await keyFromWallet(account.address, sign, false);
      expect(result).toEqual({ kind: "no-key" });
    },
  );

  it("cannot be read out", async () => {
    const result = await from(account);
    if (result.kind !== "key") throw new Error("there is no key");
    await expect(crypto.subtle.exportKey("raw", result.key)).rejects.toThrow();
  });
});

describe("a phrase", () => {
  it("opens what it was made for, however it is typed", async () => {
    const phrase = newPhrase();
    expect(phrase.split(" ")).toHaveLength(12);
    const [one, two] = [phrase, `  ${phrase.toUpperCase().replaceAll(" ", "\n")} `].map(entropyOf);
    expect(one).toEqual(two);
    if (one == null) throw new Error("it was not read");
    const key = await vaultKey(one, account.address);
    expect(await opens({ kind: "key", key }, { kind: "key", key })).toBe(true);
  });

  it.each([
    "",
    "abandon",
    "abandon ".repeat(12).trim(),
    `${"abandon ".repeat(11)}nobody`,
    "Ich weiß es nicht mehr",
  ])("%j is none", (typed) => expect(entropyOf(typed)).toBeNull());

  it("that BIP-39 gives for no bits at all is read as such", () => {
    expect(entropyOf(`${"abandon ".repeat(11)}about`)).toEqual(new Uint8Array(16));
  });
});
