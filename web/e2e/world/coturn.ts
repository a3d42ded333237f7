import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, root, start } from "./child";
import { freePort } from "./service";

/** A real coturn on the loopback interface. */
export interface Relay {
  readonly port: number;
  /** What a service needs to be told about it. */
  readonly settings: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the installed coturn, or Debian's, unpacked, and waits until its console listens. */
export async function startRelay(name: string): Promise<Relay> {
  const program = execFileSync(join(root, "tools", "coturn"), { encoding: "utf8" }).trim();
  const [port, console] = [await freePort(), await freePort()];
  const [secret, password] = [randomUUID(), randomUUID()];
  const folder = mkdtempSync(join(tmpdir(), "passerby-coturn-"));
  const child = start(name, program, [
    ...["-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${port}`],
    ...["--no-tls", "--no-dtls", "--no-rfc5780", "--realm=passerby", "--allow-loopback-peers"],
    ...["--use-auth-secret", `--static-auth-secret=${secret}`, "--relay-threads=1"],
    ...["--cli-ip=127.0.0.1", `--cli-port=${console}`, `--cli-password=${password}`],
    ...["--log-file=stdout", "--simple-log"],
    ...[`--pidfile=${join(folder, "pid")}`, `--userdb=${join(folder, "db")}`],
  ]);
  const stop = async () => {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child, console, 20_000);
  } catch (failure) {
    await stop();
    throw failure;
  }
  const settings = [
    `--passerby.ice.turn-urls=turn:127.0.0.1:${port}?transport=udp`,
    `--passerby.ice.turn-secret=${secret}`,
    `--passerby.ice.coturn-cli=127.0.0.1:${console}`,
    `--passerby.ice.coturn-cli-password=${password}`,
  ];
  return { port, settings, stop };
}

async function listening(child: Child, port: number, withinMillis: number): Promise<void> {
  const deadline = Date.now() + withinMillis;
  while (Date.now() < deadline && child.exitCode() === undefined) {
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.printed(/(?!)/, 1); // rejects with what it printed
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.destroy());
  });
}
