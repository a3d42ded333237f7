import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Child, start } from "./child";
import { fromDebian } from "./debian";
import { freePort } from "./service";

/** A real RTMP server on the loopback interface, nginx with its rtmp module, that writes down what is streamed to it. */
export interface RtmpServer {
  readonly address: string;
  /** What a service needs to be told to stream to it. */
  readonly settings: readonly string[];
  /** The films under this key, the oldest first; the newest may still be written. */
  readonly films: (key: string) => readonly string[];
  /** Ends it as a crash does. */
  readonly kill: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const PACKAGE = "libnginx-mod-rtmp";
const MODULE = "usr/lib/nginx/modules/ngx_rtmp_module.so";

export async function startRtmpServer(name: string): Promise<RtmpServer> {
  const program = fromDebian(PACKAGE, "usr/sbin/nginx");
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "passerby-rtmp-"));
  const recordings = join(folder, "recordings");
  mkdirSync(recordings);
  writeFileSync(join(folder, "nginx.conf"), configuration(program, folder, port));
  const run = async (): Promise<Child> => {
    const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
    const child = start(name, program, args);
    await listening(child, port);
    return child;
  };
  let child = await run();
  return {
    address: `rtmp://127.0.0.1:${port}/live`,
    settings: [
      `--passerby.streaming.ffmpeg=${fromDebian("ffmpeg", "usr/bin/ffmpeg")}`,
      `--passerby.streaming.ports=${port}`,
      "--passerby.streaming.allowed-networks=127.0.0.1/32",
    ],
    films: (key) =>
      readdirSync(recordings)
        .filter((file) => file.startsWith(key))
        .map((file) => join(recordings, file))
        .sort((one, other) => statSync(one).birthtimeMs - statSync(other).birthtimeMs),
    kill: () => child.kill(),
    resume: async () => {
      child = await run();
    },
    stop: async () => {
      if (child.exitCode() === undefined) await child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(program: string, folder: string, port: number): string {
  const unpacked = join(dirname(program), "root", MODULE);
  return `
load_module ${existsSync(unpacked) ? unpacked : join("/", MODULE)};
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log info;
events { worker_connections 64; }
rtmp {
  access_log off;
  server {
    listen 127.0.0.1:${port};
    application live {
      live on;
      record all;
      record_path ${folder}/recordings;
      record_unique on;
    }
  }
}
`;
}

async function listening(child: Child, port: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && child.exitCode() === undefined) {
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.printed(/(?!)/, 1); // rejects with what it printed
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
