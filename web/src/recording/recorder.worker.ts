import { freeBytes } from "../files/PrivateFiles";
import type { About } from "./about";
import { Journal, writeAll } from "./Journal";
import type { Failure, RecorderOrder, RecorderWord } from "./orders";
import { RoomWatch } from "./room";
import { seal } from "./seal";
import { openPart, putPart, readPart, removePart } from "./shelf";
import { Shoot } from "./Shoot";

/** The worker's own side of `DedicatedWorkerGlobalScope`, which the types for pages do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<RecorderOrder>) => void;
  postMessage: (word: RecorderWord) => void;
  close: () => void;
};

/** The picture for the list, in pixels. */
const THUMBNAIL = { width: 320, height: 180 } as const;
const THUMBNAIL_TYPE = { type: "image/jpeg", quality: 0.8 } as const;

let about: About | null = null;
let journal: Journal | null = null;
let shoot: Shoot | null = null;
let failed = false;
const room = new RoomWatch(freeBytes, () => performance.now());
let veiled = false;
/** Orders are carried out one after the other, in the order in which they came. */
let last: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  // Whoever took their consent back does not wait for what is being written.
  if (data.do === "veil") veil(data.veiled);
  else last = last.then(() => (failed ? undefined : carryOut(data))).catch(fail);
};

async function carryOut(order: Exclude<RecorderOrder, { do: "veil" }>): Promise<void> {
  switch (order.do) {
    case "compose":
      await open(order.about);
      shoot = new Shoot(order.about, order.encoding, {
        append,
        thumbnail: (canvas) => void keepThumbnail(order.about.id, canvas).catch(() => undefined),
        failed: (error) => void fail(error),
      });
      shoot.veil(veiled);
      await shoot.begin(order.sound);
      scope.postMessage({ said: "begun" });
      return;
    case "keep":
      await open(order.about);
      scope.postMessage({ said: "begun" });
      return;
    case "chunk":
      append(new Uint8Array(order.bytes));
      return;
    case "thumbnail":
      if (about !== null) await putPart(about.id, "thumbnail", new Uint8Array(order.bytes));
      return;
    case "show":
      shoot?.show(order.source, order.frames);
      return;
    case "draw":
      shoot?.draw(order.frames);
      scope.postMessage({ said: "drawn" });
      return;
    case "finish":
      await shoot?.finish();
      journal?.close();
      journal = null;
      return finish();
    case "seal":
      about = order.about;
      return finish();
    default:
      return order satisfies never;
  }
}

function veil(wanted: boolean): void {
  veiled = wanted;
  shoot?.veil(wanted);
}

async function open(of: About): Promise<void> {
  about = of;
  await putPart(of.id, "about", new TextEncoder().encode(JSON.stringify(of)));
  journal = new Journal(await openPart(of.id, "journal"), () => performance.now());
}

function append(bytes: Uint8Array): void {
  if (journal === null) return;
  journal.append(bytes);
  scope.postMessage({ said: "written", bytes: journal.bytes });
  void watchRoom(journal);
}

async function watchRoom(growing: Journal): Promise<void> {
  if (await room.hasRoomFor(growing.bytes)) return;
  // Whoever has ended it meanwhile makes it whole with the room that there is.
  if (growing === journal) await fail(new DOMException("no room to finish", "QuotaExceededError"));
}

async function finish(): Promise<void> {
  scope.postMessage({ said: "finished", length: about === null ? null : await sealed(about) });
  scope.close();
}

/** Makes the file, then says that it is whole, and only then removes what it was made of; half a file is not left. */
async function sealed({ id, container }: About): Promise<number | null> {
  const source = await readPart(id, "journal");
  if (source === null) return null;
  const film = await openPart(id, "film");
  let seconds: number | null;
  try {
    film.truncate(0);
    seconds = await seal(source, container, (bytes, at) => writeAll(film, bytes, at));
    film.flush();
    film.close();
  } catch (error) {
    film.close();
    await removePart(id, "film");
    throw error;
  }
  if (seconds === null) return null;
  const length = Math.round(seconds * 1000);
  await putPart(id, "facts", new TextEncoder().encode(JSON.stringify({ length })));
  await removePart(id, "journal");
  return length;
}

async function keepThumbnail(id: string, canvas: OffscreenCanvas): Promise<void> {
  const small = new OffscreenCanvas(THUMBNAIL.width, THUMBNAIL.height);
  small.getContext("2d")?.drawImage(canvas, 0, 0, THUMBNAIL.width, THUMBNAIL.height);
  const picture = await small.convertToBlob(THUMBNAIL_TYPE);
  await putPart(id, "thumbnail", new Uint8Array(await picture.arrayBuffer()));
}

async function fail(error: unknown): Promise<void> {
  if (failed) return;
  failed = true;
  await shoot?.cancel().catch(() => undefined);
  try {
    journal?.close();
  } catch {
    // What could be written has been.
  }
  scope.postMessage({ said: "failed", why: failureOf(error) });
  scope.close();
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof DOMException)) return "disk";
  if (error.name === "QuotaExceededError") return "no-room";
  return error.name === "EncodingError" || error.name === "OperationError" ? "encoder" : "disk";
}
