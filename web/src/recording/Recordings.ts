import { freeBytes } from "../files/PrivateFiles";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { About } from "./about";
import { lookThrough } from "./lookThrough";
import type { Recording } from "./lookThrough";
import { sealLeftover } from "./RecorderWorker";
import { hold, readPart, SHELF } from "./shelf";

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
    const recordings = await lookThrough();
    this.#state.set({ recordings, free: await freeBytes() });
  };

  /** Makes a whole file of one that is unfinished, if there is anything in it and room for it. Never rejects. */
  readonly recover = async ({
    id,
    startedAt,
    subject,
    container,
  }: About): Promise<"recovered" | "nothing" | "waits"> => {
    const release = await hold(id);
    try {
      const length = await sealLeftover({ id, startedAt, subject, container });
      return length === null ? "nothing" : "recovered";
    } catch {
      return "waits";
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
