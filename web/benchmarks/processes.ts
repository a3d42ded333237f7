import { readdirSync, readFileSync } from "node:fs";

/** What one kind of process of a browser has used. */
export interface Usage {
  /** Seconds of processor time, user and system, since it started. */
  readonly cpuSeconds: number;
  /** Bytes of resident memory now. */
  readonly resident: number;
}

export type Kind = "browser" | "renderer" | "network" | "other";

const TICKS_PER_SECOND = 100;

/** Reads `/proc` for all processes of the browser whose command line holds `mark`, and of its children. */
export function usageOf(mark: string): Readonly<Record<Kind, Usage>> {
  const processes = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const process = read(pid);
        return process === null ? [] : [[pid, process] as const];
      }),
  );
  const isOurs = (pid: string): boolean => {
    const process = processes.get(pid);
    return process !== undefined && (process.command.includes(mark) || isOurs(process.parent));
  };
  const sum: Record<Kind, Usage> = { browser: NONE, renderer: NONE, network: NONE, other: NONE };
  for (const [pid, { command, cpuSeconds, resident }] of processes) {
    if (!isOurs(pid)) continue;
    const kind = kindOf(command);
    sum[kind] = {
      cpuSeconds: sum[kind].cpuSeconds + cpuSeconds,
      resident: sum[kind].resident + resident,
    };
  }
  return sum;
}

const NONE: Usage = { cpuSeconds: 0, resident: 0 };

interface Process extends Usage {
  readonly parent: string;
  readonly command: string;
}

function read(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return {
      parent: fields[1] ?? "0",
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8"),
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      resident: Number(resident ?? 0) * 1024,
    };
  } catch {
    return null; // It has just ended.
  }
}

function kindOf(command: string): Kind {
  const type = /--type=([\w-]+)/.exec(command)?.[1];
  if (type === undefined) return "browser";
  if (type === "renderer") return "renderer";
  return command.includes("NetworkService") ? "network" : "other";
}
