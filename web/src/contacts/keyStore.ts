import { type Observable, Variable } from "../signaling/observable";
import type { VaultKey } from "./vaultKey";

const DATABASE = "passerby-contacts";
const KEYS = "keys";

/** Where this browser keeps a wallet's key, so that the wallet is not asked on each visit. The key itself cannot be read out. */
export interface KeyStore {
  /** Null where there is none, or the browser keeps nothing. */
  recall(wallet: string): Promise<VaultKey | null>;
  /** A browser that keeps nothing asks again on the next visit. */
  remember(wallet: string, key: VaultKey): Promise<void>;
}

const added = new Variable(0);

export const keyStore: KeyStore = {
  recall: (wallet) =>
    inKeys("readonly", (keys) => keys.get(wallet.toLowerCase()) as IDBRequest<VaultKey | undefined>)
      .then((key) => key ?? null)
      .catch(() => null),
  remember: (wallet, key) =>
    inKeys("readwrite", (keys) => keys.put(key, wallet.toLowerCase()))
      .then(() => added.set(added.get() + 1))
      .catch(() => undefined), // private windows: the key still holds for this visit
};

/** Grows whenever a key has been remembered. */
export const keyAdded: Observable<number> = added;

/** Whether there is a key, so that the rest of the contacts is worth its weight. */
export async function hasKey(wallet: string): Promise<boolean> {
  return (await keyStore.recall(wallet)) !== null;
}

/** Whoever signs out leaves none behind. */
export async function forgetKeys(): Promise<void> {
  await inKeys("readwrite", (keys) => keys.clear()).catch(() => undefined); // there was none to forget
}

async function inKeys<T>(
  mode: IDBTransactionMode,
  act: (keys: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await done(act(database.transaction(KEYS, mode).objectStore(KEYS)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(KEYS);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
  });
}
