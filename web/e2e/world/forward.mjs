// Listens on this namespace's 127.0.0.1 and leads to ports of another address:
// forward.mjs <address> <own port>:<port there>…; prints one line when it does.
import { connect, createServer } from "node:net";

const [address, ...ways] = process.argv.slice(2);
await Promise.all(
  ways.map(
    (way) =>
      new Promise((resolve) => {
        const [own, there] = way.split(":").map(Number);
        createServer((client) => {
          const service = connect(there, address);
          for (const [from, to] of [
            [client, service],
            [service, client],
          ]) {
            from.pipe(to);
            from.on("error", () => to.destroy());
            from.on("close", () => from.readableEnded || to.destroy());
          }
        }).listen(own, "127.0.0.1", resolve);
      }),
  ),
);
console.log("ready");
