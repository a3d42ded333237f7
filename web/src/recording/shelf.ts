import { folderOf } from "../files/places";
import { writeAll } from "./Journal";
import type { OpenFile } from "./Journal";

/** The folder of the browser's private file system (OPFS) that holds a folder for every recording. */
export const SHELF = "recordings";

/** What lies in a recording's folder. Without `facts` it is not whole, and `journal` is all that counts. */
export type Part = "about" | "journal" | "film" | "thumbnail" | "facts";

interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<OpenFile>;
}

/** Opens a part for writing, in a worker; it is made where it is missing. */
export async function openPart(id: string, part: Part): Promise<OpenFile> {
  const { folder, name } = await folderOf([SHELF, id, part]);
  const handle = (await folder.getFileHandle(name, { create: true })) as SyncFileHandle;
  return handle.createSyncAccessHandle();
}

/** Writes a whole small part, in a worker. */
export async function putPart(id: string, part: Part, bytes: Uint8Array): Promise<void> {
  const file = await openPart(id, part);
  try {
    file.truncate(0);
    writeAll(file, bytes, 0);
    file.flush();
  } finally {
    file.close();
  }
}

/** A part as it is now; null when there is none. It is read only when and as far as somebody asks for it. */
export async function readPart(id: string, part: Part): Promise<File | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle(SHELF)).getDirectoryHandle(id);
    return await (await folder.getFileHandle(part)).getFile();
  } catch {
    return null;
  }
}

export async function removePart(id: string, part: Part): Promise<void> {
  const { folder, name } = await folderOf([SHELF, id, part]);
  await folder.removeEntry(name).catch(() => undefined);
}

/** The recordings that have a folder. */
export async function idsOnShelf(): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const ids: string[] = [];
  for await (const id of (await root.getDirectoryHandle(SHELF)).keys()) ids.push(id);
  return ids;
}

/**
 * Takes hold of a recording, as whoever records or seals it does, so that other windows do not take it for left behind.
 * Resolves with the way to let go of it.
 */
export function hold(id: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockOf(id), () => new Promise<void>((release) => resolve(() => release())))
      .catch(reject);
  });
}

/** Whether some window holds it. */
export function isHeld(id: string): Promise<boolean> {
  return navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) =>
    Promise.resolve(lock === null),
  );
}

/** The name of a recording's Web Lock. */
function lockOf(id: string): string {
  return `passerby.${SHELF}.${id}`;
}
