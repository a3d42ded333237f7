/** The digest of everything up to some byte: 32 bytes. */
export type Digest = Uint8Array<ArrayBuffer>;

/** The digest of nothing. */
export const EMPTY_DIGEST: Digest = new Uint8Array(32);

/**
 * The digest after one more block: SHA-256(digest before ‖ SHA-256(block)), over blocks of {@link BLOCK_BYTES}, the last
 * one shorter. A chain of the browser's own SHA-256, which is quick but takes no bytes one after the other
 * (WebCrypto §14.3.5), so that a file of any size is checked in little memory and can be continued at any block.
 */
export async function extend(before: Digest, block: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const link = new Uint8Array(64);
  link.set(before);
  link.set(new Uint8Array(await crypto.subtle.digest("SHA-256", block)), 32);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", link));
}

export function toHex(digest: Digest): string {
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
