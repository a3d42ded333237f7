import { folderOf } from "./places";
import type { Place } from "./places";

/** The folder of the browser's private file system (OPFS) that holds one folder for every page that is open. */
const ROOT = "received";

/**
 * Files that this page keeps in the browser until it is closed: where no other place can be chosen, what arrives is written
 * there and saved from there. A lock tells which folders belong to pages that are gone.
 */
export class PrivateFiles {
  readonly #page = crypto.randomUUID();
  #ready: Promise<void> | null = null;

  /** A place for one more file; rejects where the browser keeps no files for pages. */
  async place(id: string): Promise<Extract<Place, { kind: "private" }>> {
    await (this.#ready ??= this.#settle());
    return { kind: "private", path: [ROOT, this.#page, id] };
  }

  /** The file in a place; it is read only when and as far as somebody asks for it. */
  async read({ path }: Extract<Place, { kind: "private" }>): Promise<File> {
    const { folder, name } = await folderOf(path);
    return (await folder.getFileHandle(name)).getFile();
  }

  /** Takes hold of this page's folder, and deletes those that no page holds any more. */
  async #settle(): Promise<void> {
    await new Promise<void>((resolve) => {
      void navigator.locks.request(lockOf(this.#page), () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    await sweep();
  }
}

/** Deletes what pages that are gone have left behind. */
export async function sweep(): Promise<void> {
  const top = await navigator.storage.getDirectory();
  const root = await top.getDirectoryHandle(ROOT, { create: true });
  for await (const page of root.keys()) {
    await navigator.locks.request(lockOf(page), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await root.removeEntry(page, { recursive: true }).catch(() => undefined);
    });
  }
}

function lockOf(page: string): string {
  return `passerby.${ROOT}.${page}`;
}

/** Bytes that the browser has room for, as far as it tells; null when it does not. */
export async function freeBytes(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
  } catch {
    return null;
  }
}
