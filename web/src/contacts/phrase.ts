import { generateMnemonic, mnemonicToEntropy, validateMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english";

/** Twelve words (BIP-39, English) that stand for 128 bits, for a wallet whose signature is no key. */
export function newPhrase(): string {
  return generateMnemonic(wordlist, 128);
}

/** The bits of a phrase, however it was typed; null where a word is none of the list or they do not belong together. */
export function entropyOf(phrase: string): Uint8Array | null {
  const words = phrase.normalize("NFKD").trim().toLowerCase().split(/\s+/).join(" ");
  return validateMnemonic(words, wordlist) ? mnemonicToEntropy(words, wordlist) : null;
}
