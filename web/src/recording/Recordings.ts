import { freeBytes } from "../files/PrivateFiles";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { readAbout, readFacts } from "./about";
import type { About } from "./about";
import { sealLeftover } from "./RecorderWorker";
import { lockOf, readPart, removePart, SHELF } from "./shelf";
import { hold } from "./studio";

/** A recording on this device. */
export type Recording = About &
  (
    | {
        readonly kind: "whole";
        /** In milliseconds. */
        readonly length: number;
        readonly bytes: number;
        readonly thumbnail: Blob | null;
      }
    /** A browser that was ended in the middle has left it. */
    | { readonly kind: "unfinished"; readonly bytes: number; readonly thumbnail: Blob | null }
    /** It runs, or is being made whole, in this window or another. */
    | { readonly kind: "busy" }
  );

export interface Shelf {
  /** Newest first; null until it has been looked through. */
  readonly recordings: readonly Recording[] | null;
  /** Bytes that the browser has room for; null where it does not say. */
  readonly free: number | null;
}

/** The recordings that this browser keeps for this page. */
export class Recordings {
  readonly state: Observable<Shelf>;
  readonly #state = new Variable<Shelf>({ recordings: null, free: null });

  constructor() {
    this.state = this.#state;
  }

  /** Looks through the shelf again. */
  readonly refresh = async (): Promise<void> => {
    const ids = await idsOnShelf().catch(() => []);
    const found = await Promise.all(ids.map(look));
    const recordings = found
      .filter((each) => each !== null)
      .sort((a, b) => b.startedAt - a.startedAt);
    this.#state.set({ recordings, free: await freeBytes() });
  };

  /** Makes a whole file of one that is unfinished; false when there is nothing in it. */
  readonly recover = async ({ id, startedAt, subject, container }: About): Promise<boolean> => {
    const release = await hold(id);
    try {
      return (await sealLeftover({ id, startedAt, subject, container })) !== null;
    } finally {
      release();
      await this.refresh();
    }
  };

  readonly remove = async ({ id }: Pick<About, "id">): Promise<void> => {
    const top = await navigator.storage.getDirectory();
    const shelf = await top.getDirectoryHandle(SHELF);
    await shelf.removeEntry(id, { recursive: true }).catch(() => undefined);
    await this.refresh();
  };

  /** The file itself; it is read only when and as far as somebody asks for it. */
  readonly file = ({ id }: Pick<About, "id">): Promise<File | null> => readPart(id, "film");
}

async function idsOnShelf(): Promise<readonly string[]> {
  const top = await navigator.storage.getDirectory();
  const shelf = await top.getDirectoryHandle(SHELF, { create: true });
  const ids: string[] = [];
  for await (const id of shelf.keys()) ids.push(id);
  return ids;
}

async function look(id: string): Promise<Recording | null> {
  const about = readAbout((await (await readPart(id, "about"))?.text()) ?? "");
  if (about === null) return null;
  if (await isBusy(id)) return { ...about, kind: "busy" };
  const thumbnail = await readPart(id, "thumbnail");
  const facts = readFacts((await (await readPart(id, "facts"))?.text()) ?? "");
  if (facts === null) {
    const journal = await readPart(id, "journal");
    return { ...about, kind: "unfinished", bytes: journal?.size ?? 0, thumbnail };
  }
  // Whoever made it whole may have been ended before this.
  await removePart(id, "journal");
  const film = await readPart(id, "film");
  return { ...about, kind: "whole", length: facts.length, bytes: film?.size ?? 0, thumbnail };
}

/** Whether some window holds it. */
function isBusy(id: string): Promise<boolean> {
  return navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) =>
    Promise.resolve(lock === null),
  );
}
