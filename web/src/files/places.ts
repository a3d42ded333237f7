import type { OpenFile } from "./BlockWriter";

/** Where a file is to be written. */
export type Place =
  /** In the browser's private file system for this page (OPFS): the names of the folders, then of the file. */
  | { readonly kind: "private"; readonly path: readonly string[] }
  /** Where the person chose (`showSaveFilePicker`). */
  | { readonly kind: "chosen"; readonly handle: FileSystemFileHandle }
  /** In memory, where the browser lets a page have no files at all. */
  | { readonly kind: "memory" };

/** `FileSystemSyncAccessHandle` (File System Standard §2.7): the types for pages do not know it, it is for workers. */
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
}

/** Opens a place for writing, in a worker. Rejects when there is no room for so many bytes, as far as can be told. */
export function openPlace(place: Place, size: number): Promise<OpenFile> {
  switch (place.kind) {
    case "private":
      return openPrivate(place.path, size);
    case "chosen":
      return openChosen(place.handle);
    case "memory":
      return Promise.resolve(openMemory());
    default:
      return place satisfies never;
  }
}

async function openPrivate(path: readonly string[], size: number): Promise<OpenFile> {
  const { folder, name } = await folderOf(path);
  const handle = (await folder.getFileHandle(name, { create: true })) as SyncFileHandle;
  const file = await handle.createSyncAccessHandle();
  const discard = async (): Promise<void> => {
    file.close();
    await folder.removeEntry(name);
  };
  try {
    // Asks for all the room now, so that it does not run out at the end.
    file.truncate(size);
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    write: (block, at) => {
      for (let done = 0; done < block.length;) {
        const count = file.write(block.subarray(done), { at: at + done });
        if (count === 0) throw new DOMException("nothing was written", "QuotaExceededError");
        done += count;
      }
    },
    close: () => {
      file.flush();
      file.close();
      return Promise.resolve(null);
    },
    discard,
  };
}

async function openChosen(handle: FileSystemFileHandle): Promise<OpenFile> {
  // Who chose a file that exists keeps it until the new one is whole; an empty one was only made by choosing.
  const before = (await handle.getFile()).size;
  const file = await handle.createWritable();
  return gathering({
    write: (data, position) => file.write({ type: "write", position, data }),
    close: () => file.close().then(() => null),
    discard: async () => {
      await file.abort().catch(() => undefined);
      const removable = handle as FileSystemFileHandle & { remove?: () => Promise<void> };
      if (before === 0) await removable.remove?.();
    },
  });
}

/** What one write to another process is worth its way for, in bytes. */
const WORTHWHILE_BYTES = 1 << 20;

/** Writes fewer and larger pieces; what has been gathered is not lost with a channel, only with the page. */
function gathering(file: OpenFile): OpenFile {
  const gathered = new Uint8Array(WORTHWHILE_BYTES);
  let start = 0;
  let filled = 0;
  const write = async (): Promise<void> => {
    if (filled > 0) await file.write(gathered.subarray(0, filled), start);
    start += filled;
    filled = 0;
  };
  return {
    write: async (block) => {
      if (filled + block.length > gathered.length) await write();
      gathered.set(block, filled);
      filled += block.length;
    },
    close: async () => {
      await write();
      return file.close();
    },
    discard: () => file.discard(),
  };
}

function openMemory(): OpenFile {
  let parts: Blob[] = [];
  return {
    write: (block) => void parts.push(new Blob([block])),
    close: () => Promise.resolve(new Blob(parts)),
    discard: () => {
      parts = [];
      return Promise.resolve();
    },
  };
}

/** The folder in which the path's last name lies; made where it is missing. */
export async function folderOf(
  path: readonly string[],
): Promise<{ readonly folder: FileSystemDirectoryHandle; readonly name: string }> {
  let folder = await navigator.storage.getDirectory();
  for (const name of path.slice(0, -1))
    folder = await folder.getDirectoryHandle(name, { create: true });
  return { folder, name: path.at(-1) ?? "" };
}
