import { equalBytes, hexToBytes, utf8ToBytes } from "@noble/curves/abstract/utils";
import { hkdf } from "@noble/hashes/hkdf";
import { sha256 } from "@noble/hashes/sha2";
import type { Address, Hex } from "viem";

/** Opens everything that a person keeps of others: an AES-GCM key that no script can read out. */
export type VaultKey = CryptoKey;

/** What becomes of asking a wallet for a key. */
export type VaultKeyResult =
  | { readonly kind: "key"; readonly key: VaultKey }
  /** It signs the same words differently each time (RFC 6979 is not what it follows), or not as one key, as contracts do: a phrase is needed. */
  | { readonly kind: "no-key" };

const VERSION = "passerby contacts 1";
const SIGNATURE_BYTES = 65;

/* eslint-disable passerby/no-text-in-code -- signed, and the same in every language, or it would be another key in each */
/**
 * What the wallet shows and signs (EIP-712). It names no chain: the contacts of a wallet are the same on all of them; and
 * it says what it is for, because whoever gets this signature can read them.
 */
export function keyRequest(wallet: Address) {
  return {
    domain: { name: "Passerby contacts", version: "1" },
    types: {
      ContactsKey: [
        { name: "wallet", type: "address" },
        { name: "purpose", type: "string" },
        { name: "warning", type: "string" },
      ],
    },
    primaryType: "ContactsKey",
    message: {
      wallet,
      purpose: "Opens your contacts in this browser.",
      warning: "Sign this on Passerby only: whoever has the signature can read your contacts.",
    },
  } as const;
}
/* eslint-enable passerby/no-text-in-code */

/** What a wallet signs. */
export type KeyRequest = ReturnType<typeof keyRequest>;

/**
 * The key that a wallet's signature stands for. The first time, it is asked twice: a key that comes out differently the next
 * time would lock its owner out.
 *
 * @param sign rejects when the person does not want to
 * @param isFirst whether nothing has been kept under this wallet yet
 */
export async function keyFromWallet(
  wallet: Address,
  sign: (request: KeyRequest) => Promise<Hex>,
  isFirst: boolean,
): Promise<VaultKeyResult> {
  const request = keyRequest(wallet);
  const first = readSignature(await sign(request));
  if (first === null) return { kind: "no-key" };
  if (isFirst) {
    const second = readSignature(await sign(request));
    if (second === null || !equalBytes(first, second)) return { kind: "no-key" };
  }
  return { kind: "key", key: await vaultKey(first, wallet) };
}

/**
 * A key from what nobody else has.
 *
 * @param material a signature's r and s, or a phrase's entropy
 */
export function vaultKey(material: Uint8Array, wallet: Address): Promise<VaultKey> {
  const info = utf8ToBytes(`${VERSION} key ${wallet.toLowerCase()}`);
  const bytes = hkdf(sha256, material, utf8ToBytes(VERSION), info, 32);
  return crypto.subtle.importKey("raw", Uint8Array.from(bytes), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
}

/** r and s of an ECDSA signature; wallets write the last byte in two ways, and it says nothing more. Null for any other. */
function readSignature(signature: Hex): Uint8Array | null {
  if (!/^0x[0-9a-f]*$/i.test(signature) || signature.length !== 2 + 2 * SIGNATURE_BYTES)
    return null;
  const bytes = hexToBytes(signature.slice(2));
  return bytes.slice(0, 64);
}
