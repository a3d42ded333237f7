// Runs every comparison in one go and prints the tables. See ../README.md.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dialects } from "./dialects.mjs";
import { idle } from "./idle.mjs";
import { relay } from "./relay.mjs";
import { loadCore, serverCore, servers, start } from "./servers.mjs";
import { signatures } from "./signatures.mjs";
import { table } from "./table.mjs";

// Passerby allows 20 messages a second on a connection: many pairs at 15, and every server gets the same.
const PAIRS = number("PAIRS", 200);
const PER_SECOND = number("PER_SECOND", 15);
const WARM_UP = number("WARM_UP", 25);
const MEASURED = number("MEASURED", 15);
const IDLE = number("IDLE", 2000);
const names = (process.env.SERVERS ?? "passerby,bare,peerjs,socketio").split(",").filter((name) => name !== "");

function number(name, usual) {
  return Number(process.env[name] ?? usual);
}

const results = { machine: cpus()[0].model, node: process.version, relay: {}, idle: {}, signatures: [] };

for (const name of names) {
  console.error(`${servers[name].title}: relaying`);
  results.relay[name] = await relaying(name);
  console.error(`${servers[name].title}: idle connections`);
  results.idle[name] = await idling(name);
}
if (process.env.SIGNATURES !== "none") {
  console.error("signatures and the lobby");
  results.signatures = await signatures();
}
report(results);

async function relaying(name) {
  const server = await start(name, false);
  try {
    const pairs = await dialects[name].pairs(server.port, PAIRS);
    const options = { pid: server.pid, perSecond: PER_SECOND, measured: MEASURED };
    const runs = [];
    for (const [bytes, warmUp] of [
      [2500, WARM_UP],
      [200, WARM_UP / 2],
    ]) {
      runs.push(await relay(pairs, { ...options, bytes, warmUp }));
    }
    pairs.forEach(({ first, second }) => [first, second].forEach(({ socket }) => socket.terminate()));
    return runs;
  } finally {
    await server.stop();
  }
}

async function idling(name) {
  const server = await start(name, true);
  try {
    return await idle(dialects[name], server, IDLE);
  } finally {
    await server.stop();
  }
}

function report({ relay: relays, idle: idles, signatures: rows }) {
  const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target", "benchmarks");
  writeFileSync(join(folder, "results.json"), JSON.stringify(results, null, 2));
  console.log(
    `\n${results.machine}; servers on core ${serverCore}, load on core ${loadCore}; ${PAIRS} pairs, ${PER_SECOND} ` +
      `messages/s from each end, ${WARM_UP} s to warm up, ${MEASURED} s measured; ${IDLE} idle connections; Node ${process.version}\n`,
  );
  const header = ["", "bytes", "messages/s", "CPU µs/message", "round trip p50 ms", "p99 ms", "lost", "idle KB/connection"];
  const lines = Object.entries(relays).flatMap(([name, runs]) =>
    runs.map((run, index) => [
      index === 0 ? servers[name].title : "",
      `${run.bytes}`,
      run.perSecond.toFixed(0),
      run.cpuMicrosPerMessage.toFixed(1),
      run.p50.toFixed(2),
      run.p99.toFixed(2),
      `${run.lost}`,
      index === 0 ? (idles[name].bytesPerConnection / 1024).toFixed(1) : "",
    ]),
  );
  console.log(table([header, ...lines]));
  if (relays.passerby !== undefined && relays.bare !== undefined) {
    const ratios = relays.passerby.map(
      (run, index) => `${(run.cpuMicrosPerMessage / relays.bare[index].cpuMicrosPerMessage).toFixed(2)}× at ${run.bytes} B`,
    );
    console.log(`\nPasserby's CPU per message over the bare relay's: ${ratios.join(", ")}`);
  }
  if (rows.length > 0) {
    console.log(`\n${table([["one core", "per second", "±"], ...rows])}`);
  }
  console.log(`\nRaw numbers: ${join(folder, "results.json")}`);
}
