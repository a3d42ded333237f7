import { readAbout, readFacts } from "./about";
import type { About } from "./about";
import { idsOnShelf, isHeld, readPart, removePart } from "./shelf";

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

/** Everything that lies on the shelf, newest first; nothing where a browser keeps no files for pages. */
export async function lookThrough(): Promise<readonly Recording[]> {
  const ids = await idsOnShelf().catch(() => []);
  const found = await Promise.all(ids.map(look));
  return found.filter((each) => each !== null).sort((a, b) => b.startedAt - a.startedAt);
}

async function look(id: string): Promise<Recording | null> {
  const about = readAbout((await (await readPart(id, "about"))?.text()) ?? "");
  if (about === null) return null;
  if (await isHeld(id)) return { ...about, kind: "busy" };
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
