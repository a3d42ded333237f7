import { zeroAddress } from "viem";
import { readObject } from "../protocol/fields";
import { fromBase64Url, toBase64Url } from "./base64Url";
import type { Contact } from "./contact";
import { entropyOf, newPhrase } from "./phrase";
import { newId, open, seal } from "./sealedEntry";
import { type VaultKey, vaultKey } from "./vaultKey";

const FORMAT = "passerby-contacts";
const VERSION = 1;
/** Of a file that somebody gives this page to read: as many contacts as a wallet may have, twice. */
const MOST_ENTRIES = 1_000;

/** Contacts in a file of their own, and the words that open it. */
export interface Exported {
  readonly text: string;
  /** Twelve words; they are in no file. */
  readonly phrase: string;
}

/** What a file turned out to be. */
export type Imported =
  | { readonly kind: "contacts"; readonly contacts: readonly Contact[] }
  /** No file of contacts. */
  | { readonly kind: "unreadable" }
  /** These words do not open it. */
  | { readonly kind: "wrong-phrase" };

/** Seals them as on the service, with a phrase of this file's own: whoever finds it learns nothing, and it fits any wallet. */
export async function exportContacts(contacts: readonly Contact[]): Promise<Exported> {
  const phrase = newPhrase();
  const key = await keyOf(phrase);
  if (key === null) throw new Error("a new phrase is one");
  const entries = await Promise.all(
    contacts.map(async (contact) => {
      // Not the service's name of it: the file in the wrong hands does not tell whose it is.
      const id = newId();
      return { id, sealed: toBase64Url(await seal(key, { ...contact, id })) };
    }),
  );
  return { text: JSON.stringify({ format: FORMAT, version: VERSION, entries }), phrase };
}

/**
 * Reads such a file; trusts nothing in it. Each contact gets a new id: whoever keeps the entries of two wallets must not see
 * by it that one person has both.
 */
export async function importContacts(text: string, phrase: string): Promise<Imported> {
  const entries = entriesOf(text);
  if (entries === null) return { kind: "unreadable" };
  const key = await keyOf(phrase);
  if (key === null) return { kind: "wrong-phrase" };
  const opened = await Promise.all(
    entries.map(async ({ id, sealed }) => {
      const bytes = fromBase64Url(sealed);
      return bytes === null ? null : open(key, id, bytes);
    }),
  );
  const contacts = opened.flatMap((contact) =>
    contact === null ? [] : { ...contact, id: newId() },
  );
  return contacts.length === 0 && entries.length > 0
    ? { kind: "wrong-phrase" }
    : { kind: "contacts", contacts };
}

/** Whether a file is one of contacts at all, before anybody is asked for words. */
export function isExport(text: string): boolean {
  return entriesOf(text) !== null;
}

async function keyOf(phrase: string): Promise<VaultKey | null> {
  const entropy = entropyOf(phrase);
  return entropy === null ? null : vaultKey(entropy, zeroAddress);
}

function entriesOf(
  text: string,
): readonly { readonly id: string; readonly sealed: string }[] | null {
  const { format, version, entries } = readObject(text) ?? {};
  if (format !== FORMAT || version !== VERSION || !Array.isArray(entries)) return null;
  if (entries.length > MOST_ENTRIES) return null;
  const read = (entries as unknown[]).flatMap((entry) => {
    const { id, sealed } = (entry ?? {}) as Record<string, unknown>;
    const whole = typeof id === "string" && /^[\w-]{22}$/.test(id) && typeof sealed === "string";
    return whole ? [{ id, sealed }] : [];
  });
  return read.length === entries.length ? read : null;
}
