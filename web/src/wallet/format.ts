import { parseEther } from "viem";

/** "0x12ab…cdef": enough of an address to recognise one's own. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** What somebody typed as an amount of ETH, or why it cannot be used. */
export type Amount =
  | { readonly kind: "amount"; readonly wei: bigint }
  | { readonly kind: "empty" }
  | { readonly kind: "malformed" };

/**
 * Reads an amount of ETH. A decimal comma is as good as a point, and so are the digits and the decimal mark of an Arabic
 * keyboard.
 */
export function readAmount(text: string): Amount {
  const plain = text
    .trim()
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replace(/[,٫]/u, ".");
  if (plain === "") return { kind: "empty" };
  if (!/^\d{0,9}(\.\d{0,18})?$/.test(plain) || plain === ".") return { kind: "malformed" };
  return { kind: "amount", wei: parseEther(plain.startsWith(".") ? `0${plain}` : plain) };
}

const ARABIC_ZERO = "٠".charCodeAt(0);
