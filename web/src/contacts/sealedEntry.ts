import { concatBytes, utf8ToBytes } from "@noble/curves/abstract/utils";
import { toBase64Url } from "./base64Url";
import type { Contact } from "./contact";
import { readContact, writeContact } from "./contact";
import type { VaultKey } from "./vaultKey";

/** Bytes of an entry as the service keeps it: one of few lengths, so that it does not tell how long a note is. */
export const SEALED_SIZES = [512, 1024] as const;

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;
/** Where what is meant ends and the padding begins (ISO/IEC 7816-4). */
const END = 0x80;

/** Seals a contact for the service, under its own name: an entry that is put in another's place does not open. */
export async function seal(key: VaultKey, contact: Contact): Promise<Uint8Array> {
  const plain = padded(utf8ToBytes(JSON.stringify(writeContact(contact))));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(parameters(nonce, contact.id), key, plain);
  return concatBytes(Uint8Array.of(FORMAT), nonce, new Uint8Array(sealed));
}

/** Null where it was sealed with another key, under another name, or changed. */
export async function open(
  key: VaultKey,
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Contact | null> {
  if (sealed[0] !== FORMAT || sealed.length <= OVERHEAD) return null;
  const nonce = sealed.slice(1, 1 + NONCE_BYTES);
  try {
    const plain = await crypto.subtle.decrypt(
      parameters(nonce, id),
      key,
      sealed.slice(1 + NONCE_BYTES),
    );
    const text = new TextDecoder("utf-8", { fatal: true }).decode(unpadded(new Uint8Array(plain)));
    return readContact(id, JSON.parse(text));
  } catch {
    return null;
  }
}

/** A name for a new entry: 16 random bytes, in base64url. */
export function newId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

function parameters(nonce: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  const additionalData = Uint8Array.of(FORMAT, ...utf8ToBytes(id));
  return { name: "AES-GCM", iv: nonce, additionalData, tagLength: TAG_BYTES * 8 };
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = SEALED_SIZES.find((each) => each - OVERHEAD > bytes.length);
  if (size === undefined) throw new RangeError("there is more to keep than fits");
  const plain = new Uint8Array(size - OVERHEAD);
  plain.set(bytes);
  plain[bytes.length] = END;
  return plain;
}

function unpadded(plain: Uint8Array): Uint8Array {
  const end = plain.lastIndexOf(END);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new RangeError("no end");
  return plain.subarray(0, end);
}
