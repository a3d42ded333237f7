import { hasFrames } from "../media/breakoutBox";
import { CONTAINERS } from "./about";
import type { Container } from "./about";
import { browserEncoders, encodingFor } from "./encoding";
import { encodesInWorker, FedWorker } from "./fedWorker";
import { InWorker } from "./inWorker";
import { OnPage, typeFor } from "./onPage";
import { hold } from "./shelf";
import { TakeFailed } from "./take";
import type { BeginTake, Take } from "./take";

/** The kinds of files that this browser can record, the one for most players first. */
export async function containersHere(): Promise<readonly Container[]> {
  const found = await Promise.all(
    CONTAINERS.map(async (container) => ((await canRecord(container)) ? [container] : [])),
  );
  return found.flat();
}

async function canRecord(container: Container): Promise<boolean> {
  if (encodesInWorker() && (await encodingFor(container, browserEncoders)) !== null) return true;
  return typeFor(container) !== null;
}

/** Begins a recording the best way this browser has, and holds its lock until it is finished. */
export const beginTake: BeginTake = async (about, events) => {
  const release = await hold(about.id);
  try {
    const take = await begin(about, {
      written: events.written,
      failed: (why) => {
        release();
        events.failed(why);
      },
    });
    return releasing(take, release);
  } catch (error) {
    release();
    throw error instanceof TakeFailed ? error : new TakeFailed("encoder");
  }
};

async function begin(...[about, events]: Parameters<BeginTake>): Promise<Take> {
  const encoding = encodesInWorker() ? await encodingFor(about.container, browserEncoders) : null;
  if (encoding !== null)
    return hasFrames()
      ? InWorker.begin(about, encoding, events)
      : FedWorker.begin(about, encoding, events);
  const type = typeFor(about.container);
  if (type === null) throw new TakeFailed("encoder");
  return OnPage.begin(about, type, events);
}

function releasing(take: Take, release: () => void): Take {
  return {
    about: take.about,
    show: (who, track) => take.show(who, track),
    hear: (who, track) => take.hear(who, track),
    veil: (veiled) => take.veil(veiled),
    finish: async () => {
      try {
        return await take.finish();
      } finally {
        release();
      }
    },
  };
}
