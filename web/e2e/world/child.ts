import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where each program's output goes, as `<name>.log`. */
export const logs = join(root, "web", "target", "e2e");

/** A program that the tests have started and will stop. */
export interface Child {
  /** Resolves with the first match in what it prints; rejects when it ends before or takes too long. */
  readonly printed: (pattern: RegExp, withinMillis: number) => Promise<RegExpExecArray>;
  /** Asks it to end, then makes it; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Makes it end, without a word; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Its exit code once it has ended; a signal counts as -1. */
  readonly exitCode: () => number | undefined;
}

/** Everything started and not yet stopped: a crash of the test runner must leave nothing behind. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program; what it prints also goes to `web/target/e2e/<name>.log`. */
export function start(name: string, program: string, args: readonly string[], cwd = root): Child {
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`));
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  let ended: number | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const keep = (chunk: Buffer) => {
    log.write(chunk);
    output += chunk.toString();
    tell();
  };
  const end = (code: number) => {
    running.delete(child);
    ended ??= code;
    tell();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.once("error", (error) => {
    output += error.message;
    end(-1);
  });
  child.once("exit", (code) => end(code ?? -1));

  /** Resolves once `look` finds something, looking again whenever something happens. */
  function until<T>(look: () => T | undefined, withinMillis: number, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        clearTimeout(timer);
        listeners.delete(check);
        settled();
      };
      const check = () => {
        const found = look();
        if (found !== undefined) settle(() => resolve(found));
        else if (ended !== undefined)
          settle(() => reject(new Error(`${name} ended with ${ended}:\n${output.slice(-4_000)}`)));
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`${name}: no ${what}:\n${output.slice(-4_000)}`)));
      }, withinMillis);
      listeners.add(check);
      check();
    });
  }

  return {
    printed: (pattern, withinMillis) =>
      until(() => pattern.exec(output) ?? undefined, withinMillis, pattern.source),
    exitCode: () => ended,
    kill: async () => {
      child.kill("SIGKILL");
      await until(() => ended, 10_000, "end");
      await new Promise<void>((resolve) => log.end(resolve));
    },
    stop: async () => {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 25_000);
      await until(() => ended, 30_000, "end");
      clearTimeout(killer);
      await new Promise<void>((resolve) => log.end(resolve));
    },
  };
}
