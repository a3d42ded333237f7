// What an idle connection costs: resident memory of the server before and after many of them, both after a collection.
import { residentBytes } from "./proc.mjs";

/** Sockets opened first, so that pools and caches are there before anything is measured. */
const FIRST = 500;

/**
 * @param dialect how to open sockets
 * @param server pid, port and `collect`
 * @param count sockets to measure with
 * @returns bytes for each connection, and the server's resident bytes before and after
 */
export async function idle(dialect, server, count) {
  const opened = await dialect.idle(server.port, FIRST);
  const before = await rested(server);
  opened.push(...(await dialect.idle(server.port, count)));
  const after = await rested(server);
  const open = opened.filter((socket) => socket.readyState === socket.OPEN).length;
  opened.forEach((socket) => socket.terminate());
  if (open < opened.length) {
    throw new Error(`${opened.length - open} idle sockets were closed`);
  }
  return { connections: count, bytesPerConnection: (after - before) / count, before, after };
}

/** Resident memory once three collections in a row have changed it by less than a hundredth. */
async function rested(server) {
  let last = residentBytes(server.pid);
  for (let calm = 0; calm < 3; ) {
    server.collect();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = residentBytes(server.pid);
    calm = Math.abs(now - last) < last / 100 ? calm + 1 : 0;
    last = now;
  }
  return last;
}
