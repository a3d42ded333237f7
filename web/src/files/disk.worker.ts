import { BlockWriter } from "./BlockWriter";
import type { DiskOrder, DiskWord } from "./disk";
import { openPlace } from "./places";

/** The worker's own side of `DedicatedWorkerGlobalScope`, which the types for pages do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<DiskOrder>) => void;
  postMessage: (word: DiskWord) => void;
  close: () => void;
};

let writer: BlockWriter | null = null;
/** Orders are carried out one after the other, in the order in which they came. */
let last: Promise<void> = Promise.resolve();
let failed = false;

scope.onmessage = ({ data }) => {
  last = last.then(() => (failed ? undefined : carryOut(data))).catch(fail);
};

async function carryOut(order: DiskOrder): Promise<void> {
  switch (order.do) {
    case "open":
      writer = new BlockWriter(await openPlace(order.place, order.size), order.size);
      scope.postMessage({ said: "opened" });
      return;
    case "write":
      return write(order.bytes);
    case "rewind":
      scope.postMessage({ said: "rewound", bytes: writer?.rewind() ?? 0 });
      return;
    case "finish":
      return finish(order.digest);
    case "discard":
      await writer?.discard();
      scope.close();
      return;
    default:
      return order satisfies never;
  }
}

async function write(bytes: ArrayBuffer): Promise<void> {
  if (writer === null) return;
  const before = writer.written;
  await writer.write(new Uint8Array(bytes));
  if (writer.written > before) scope.postMessage({ said: "written", bytes: writer.written });
}

async function finish(digest: string): Promise<void> {
  if (writer?.isWhole(digest) === true) {
    scope.postMessage({ said: "kept", blob: await writer.close() });
  } else {
    await writer?.discard();
    scope.postMessage({ said: "damaged" });
  }
  scope.close();
}

async function fail(error: unknown): Promise<void> {
  failed = true;
  await writer?.discard().catch(() => undefined);
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  scope.postMessage({ said: "failed", why: full ? "no-room" : "disk" });
  scope.close();
}
