// Starts each of the servers compared, on the server's core, and stops it again.
import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alive, children } from "./proc.mjs";

const benchmarks = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(dirname(benchmarks), "target");
const javaHome = process.env.JAVA_HOME;

export const serverCore = process.env.SERVER_CORE ?? "0";
export const loadCore = process.env.LOAD_CORE ?? "1";

// One core makes the JVM choose the serial collector; named, so that it does not depend on the machine. The free ratios
// let the heap shrink to what is live, so that resident memory says what a connection costs.
const jvm = ["-Xmx512m", "-XX:+UseSerialGC"];
const shrinking = ["-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10"];

/** Version of an installed npm package. */
function packageVersion(name) {
  const entry = fileURLToPath(import.meta.resolve(name));
  const folder = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`));
  return JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, "utf8")).version;
}

/**
 * The servers compared: their names, how they are started on a port, the path whose answer means ready, and how they are
 * made to collect garbage.
 */
export const servers = {
  passerby: {
    title: "Passerby",
    command: (port, folder, memory) => [
      `${javaHome}/bin/java`,
      ...jvm,
      ...(memory ? shrinking : []),
      "-jar",
      join(target, "passerby.jar"),
      `--server.port=${port}`,
      `--passerby.data.folder=${folder}`,
      "--passerby.chain.embedded.port=0",
      // All these wallets sign in from one address.
      "--passerby.wallet.attempts-per-minute=1000000",
    ],
    ready: "/actuator/health/readiness",
    collect: jvmCollect,
  },
  bare: {
    title: "bare Reactor Netty relay",
    command: (port, _folder, memory) => [
      `${javaHome}/bin/java`,
      ...jvm,
      ...(memory ? shrinking : []),
      "-cp",
      `${join(target, "benchmarks", "classes")}:${join(target, "benchmarks", "service", "lib")}/*`,
      "BareRelay",
      `${port}`,
    ],
    ready: "/",
    collect: jvmCollect,
  },
  peerjs: {
    title: `PeerJS server ${packageVersion("peer")} (ws ${packageVersion("ws")})`,
    command: (port) => [process.execPath, "--expose-gc", join(benchmarks, "rivals", "peerjs.mjs"), `${port}`],
    ready: "/",
    collect: (pid) => process.kill(pid, "SIGUSR2"),
  },
  socketio: {
    title: `socket.io ${packageVersion("socket.io")}`,
    command: (port) => [process.execPath, "--expose-gc", join(benchmarks, "rivals", "socketio.mjs"), `${port}`],
    ready: "/socket.io/",
    collect: (pid) => process.kill(pid, "SIGUSR2"),
  },
};

function jvmCollect(pid) {
  execFileSync(`${javaHome}/bin/jcmd`, [`${pid}`, "GC.run"]);
  execFileSync(`${javaHome}/bin/jcmd`, [`${pid}`, "System.trim_native_heap"]);
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server and waits until it answers.
 *
 * @param name a key of `servers`
 * @param memory whether memory is measured, and the heap should follow what is live
 * @returns pid, port, `collect` and `stop`
 */
export async function start(name, memory) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "passerby-benchmark-"));
  const log = createWriteStream(join(target, "benchmarks", `${name}.log`));
  const [program, ...rest] = servers[name].command(port, folder, memory);
  // exec keeps the pid: taskset becomes the server.
  const child = spawn("taskset", ["-c", serverCore, program, ...rest], { cwd: dirname(dirname(benchmarks)), stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = () => stopped(child, folder);
  try {
    await answers(child, `http://127.0.0.1:${port}${servers[name].ready}`, 60_000);
  } catch (failure) {
    await stop();
    throw failure;
  }
  // The embedded chain is not what is measured: it runs beside the load.
  for (const pid of children(child.pid)) {
    execFileSync("taskset", ["-acp", loadCore, `${pid}`]);
  }
  return { pid: child.pid, port, collect: () => servers[name].collect(child.pid), stop };
}

async function stopped(child, folder) {
  const descendants = alive(child.pid) ? children(child.pid) : [];
  const exited = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
    } else {
      child.once("exit", resolve);
    }
  });
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), 25_000);
  await exited;
  clearTimeout(killer);
  for (const pid of descendants.filter(alive)) {
    process.kill(pid, "SIGKILL");
  }
  rmSync(folder, { recursive: true, force: true });
}

async function answers(child, url, withinMillis) {
  const deadline = performance.now() + withinMillis;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`the server ended with ${child.exitCode}; see backend/target/benchmarks/*.log`);
    }
    const answered = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
      // Any answer will do but "not ready yet".
      (response) => response.status !== 503,
      () => false,
    );
    if (answered) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${withinMillis} ms`);
}
