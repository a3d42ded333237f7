import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Child, root, start } from "./child";

/** The service, as it is shipped: one jar. */
export interface Service {
  /** Two names of one service: browsers keep cookies for each, which makes two people of two windows. */
  readonly localhost: string;
  readonly loopback: string;
  /** In order, as an operator does. */
  readonly stop: () => Promise<void>;
  /** At once, as a power cut does. */
  readonly kill: () => Promise<void>;
}

/** Starts the jar and waits until it is ready; on a free port unless another run of it had one. */
export async function startService(
  name: string,
  settings: readonly string[],
  usual?: number,
): Promise<Service> {
  const port = usual ?? (await freePort());
  const child = start(name, join(javaHome(), "bin", "java"), [
    // Compiled quickly rather than well: what a service takes to start, two people's browsers go without.
    ...["-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", jar(), `--server.port=${port}`],
    ...settings,
  ]);
  try {
    await ready(child, `http://127.0.0.1:${port}/actuator/health/readiness`, 120_000);
  } catch (failure) {
    await child.stop();
    throw failure;
  }
  return {
    localhost: `http://localhost:${port}`,
    loopback: `http://127.0.0.1:${port}`,
    stop: () => child.stop(),
    kill: () => child.kill(),
  };
}

/** Runs a command of the operator's, beside the services that run; what it printed. */
export async function operate(...command: readonly string[]): Promise<string> {
  const java = join(javaHome(), "bin", "java");
  const { stdout } = await promisify(execFile)(java, ["-Xmx256m", "-jar", jar(), ...command], {
    timeout: 60_000,
  });
  return stdout;
}

function jar(): string {
  const path = join(root, "backend", "target", "passerby.jar");
  if (!existsSync(path)) throw new Error(`${path} is missing: run ./mvnw package first`);
  return path;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(address.port);
      });
    });
  });
}

async function ready(child: Child, url: string, withinMillis: number): Promise<void> {
  const deadline = Date.now() + withinMillis;
  while (Date.now() < deadline) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (child.exitCode() !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await child.printed(/(?!)/, 1); // rejects with what it printed
}

/** Maven's toolchain says where JDK 25 is; without Maven, the usual places are looked at. */
function javaHome(): string {
  const installed = "/usr/lib/jvm";
  const found = [
    process.env.TOOLCHAIN_JAVA_HOME,
    process.env.JAVA_HOME,
    ...(existsSync(installed)
      ? readdirSync(installed).map((folder) => join(installed, folder))
      : []),
  ].find((home) => home !== undefined && javaVersion(home) >= 25);
  if (found === undefined) throw new Error("No JDK 25 found: set JAVA_HOME to one");
  return found;
}

/** Reads the JDK's own `release` file. */
function javaVersion(home: string): number {
  const release = join(home, "release");
  if (!existsSync(release)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, "utf8"))?.[1] ?? 0);
}
