import { DiskSink } from "./DiskSink";
import type { Keep } from "./DiskSink";
import { MEMORY_BYTES } from "./limits";
import type { Offer } from "./messages";
import type { Place } from "./places";
import { freeBytes, PrivateFiles } from "./PrivateFiles";
import type { MakeSink, NoSink } from "./Sink";
import type { Obstacle } from "./transfer";

/** `showSaveFilePicker` (File System Access), which Firefox and Safari do not have. */
interface SavePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** Where a file goes, and what becomes of it there. */
interface Destination {
  readonly place: Place;
  readonly keep: Keep;
}

const privateFiles = new PrivateFiles();

/**
 * Where the files of others go in this browser: wherever the person chooses, else into the browser's private file system
 * and from there to the downloads. To be called from a tap, or the browser does not ask.
 */
export function destinationOf(offer: Offer, name: string): MakeSink {
  return async (events) => {
    const destination = await choose(offer, name);
    if ("why" in destination) return destination;
    const sink = await DiskSink.open(destination.place, offer.size, events, destination.keep);
    return typeof sink === "string" ? obstacle(sink) : sink;
  };
}

async function choose(offer: Offer, name: string): Promise<Destination | NoSink> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker !== undefined) {
    try {
      const handle = await showSaveFilePicker({ suggestedName: name });
      return { place: { kind: "chosen", handle }, keep: () => ({ where: "chosen" }) };
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return { why: "unchosen" };
      // An embedded page or a policy: the browser has the method and refuses it.
    }
  }
  const free = await freeBytes();
  if (free !== null && offer.size > free) return { why: "no-room", free };
  try {
    const place = await privateFiles.place(offer.id);
    return { place, keep: () => inBrowser(name, () => privateFiles.read(place)) };
  } catch {
    return inMemory(offer, name);
  }
}

/** A private window of Firefox, for one, has no files at all. */
function inMemory({ size }: Offer, name: string): Destination | Obstacle {
  if (size > MEMORY_BYTES) return { why: "no-room", free: MEMORY_BYTES };
  return {
    place: { kind: "memory" },
    keep: (blob) => inBrowser(name, () => Promise.resolve(blob ?? new Blob())),
  };
}

async function obstacle(why: "no-room" | "disk"): Promise<Obstacle> {
  return { why, free: why === "no-room" ? await freeBytes() : null };
}

/** How long the browser may take to begin with a download, in milliseconds. */
const BEGIN_WITHIN_MS = 60_000;

function inBrowser(name: string, read: () => Promise<Blob>): ReturnType<Keep> {
  const save = async (): Promise<void> => {
    // Without a type nothing about it is believed; the name's ending is all that a system goes by.
    const url = URL.createObjectURL(await read());
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), BEGIN_WITHIN_MS);
  };
  // It was accepted to be had. Should the browser hold the download back, it can be asked for again.
  void save();
  return { where: "browser", save };
}
