import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createServer, connect } from "node:net";
import type { Server, Socket } from "node:net";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Addresses that exist in these namespaces only (RFC 2544 sets them aside for tests of networks). */
const SERVICE = "198.18.0.2";
const FORWARD = fileURLToPath(new URL("./forward.mjs", import.meta.url));

/** Somebody's place in the network: a namespace with two links, of which one is up, as a phone has Wi-Fi and mobile data. */
export interface Place {
  /** Starts a program there; to be given as the browser's executable. */
  readonly launcher: (program: string) => string;
  /** Takes the link down that is up, and the other one up: another address, and everything of the old one is gone. */
  readonly changeNetwork: () => void;
}

/**
 * A small internet of namespaces: a router in the middle, a link to the service and one or two to each person. Needs root,
 * as in a container or on CI. Pages reach the service and the chain at the same local addresses as ever, so that
 * browsers take them for trustworthy; what the two send each other goes through the router, which can drop it.
 */
export class Network {
  readonly #prefix: string;
  readonly #ports: readonly number[];
  /** `<port>:<the port of SERVICE that leads there>` */
  readonly #ways: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "passerby-network-"));
  readonly #namespaces: string[] = [];
  readonly #children: ChildProcess[] = [];
  readonly #servers: Server[] = [];
  #people = 0;

  private constructor(ports: readonly number[]) {
    this.#ports = ports;
    this.#prefix = `pb${process.pid}`;
  }

  /** @param ports of this machine that everybody reaches at 127.0.0.1 */
  static async open(ports: readonly number[]): Promise<Network> {
    const network = new Network(ports);
    try {
      await network.#build();
    } catch (failure) {
      network.close();
      throw failure;
    }
    return network;
  }

  async add(): Promise<Place> {
    const number = ++this.#people;
    const namespace = this.#namespace(`p${number}`);
    for (const link of [0, 1]) this.#link(namespace, number, link);
    this.#up(namespace, number, 0);
    await this.#forward(namespace);
    let link = 0;
    return {
      launcher: (program) => this.#launcher(namespace, program),
      changeNetwork: () => {
        ip("-n", namespace, "link", "set", `up${link}`, "down");
        link = 1 - link;
        this.#up(namespace, number, link);
      },
    };
  }

  /** Nothing passes between people any more, in either direction; the service is still there. */
  cut(): void {
    this.#rule("add");
  }

  mend(): void {
    this.#rule("del");
  }

  close(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const server of this.#servers) server.close();
    for (const namespace of this.#namespaces) attempt("netns", "del", namespace);
    attempt("link", "del", `${this.#prefix}s`);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #router(): string {
    return `${this.#prefix}r`;
  }

  async #build(): Promise<void> {
    const router = this.#namespace("r");
    ip("netns", "exec", router, "sysctl", "-qw", "net.ipv4.ip_forward=1");
    const outer = `${this.#prefix}s`;
    ip("link", "add", outer, "type", "veth", "peer", "name", "service", "netns", router);
    ip("addr", "add", `${SERVICE}/30`, "dev", outer);
    ip("link", "set", outer, "up");
    ip("-n", router, "addr", "add", "198.18.0.1/30", "dev", "service");
    ip("-n", router, "link", "set", "service", "up");
    ip("route", "add", "198.18.0.0/15", "via", "198.18.0.1", "dev", outer);
    for (const port of this.#ports) await this.#listen(port);
  }

  /** Lets the namespaces in to what listens on this machine's own 127.0.0.1, at a port that is free. */
  #listen(port: number): Promise<void> {
    const server = createServer((client) => splice(client, connect(port, "127.0.0.1")));
    this.#servers.push(server);
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, SERVICE, () => {
        const address = server.address();
        if (address !== null && typeof address === "object")
          this.#ways.push(`${port}:${address.port}`);
        resolve();
      });
    });
  }

  /** In a person's namespace 127.0.0.1 leads to the service. */
  #forward(namespace: string): Promise<void> {
    const args = ["netns", "exec", namespace, process.execPath, FORWARD, SERVICE];
    const child = spawn("ip", [...args, ...this.#ways], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#children.push(child);
    return new Promise((resolve, reject) => {
      child.once("exit", () => reject(new Error(`no way from ${namespace} to the service`)));
      child.stdout.once("data", () => resolve());
    });
  }

  #namespace(name: string): string {
    const namespace = this.#prefix + name;
    ip("netns", "add", namespace);
    this.#namespaces.push(namespace);
    // An address of IPv6 is there seconds after its link, and Chromium drops what it loads when an address comes.
    attempt("netns", "exec", namespace, "sysctl", "-qw", "net.ipv6.conf.default.disable_ipv6=1");
    ip("-n", namespace, "link", "set", "lo", "up");
    return namespace;
  }

  #link(namespace: string, person: number, link: number): void {
    const far = `p${person}l${link}`;
    ip(
      ...["link", "add", `up${link}`, "netns", namespace, "type", "veth"],
      ...["peer", "name", far, "netns", this.#router],
    );
    ip("-n", this.#router, "addr", "add", `198.19.${subnet(person, link)}.1/24`, "dev", far);
    ip("-n", this.#router, "link", "set", far, "up");
  }

  #up(namespace: string, person: number, link: number): void {
    const near = `up${link}`;
    const net = `198.19.${subnet(person, link)}`;
    ip("-n", namespace, "addr", "replace", `${net}.2/24`, "dev", near);
    ip("-n", namespace, "link", "set", near, "up");
    ip("-n", namespace, "route", "replace", "default", "via", `${net}.1`);
  }

  #rule(action: "add" | "del"): void {
    const people = "198.19.0.0/16";
    ip("-n", this.#router, "rule", action, "from", people, "to", people, "blackhole");
  }

  #launcher(namespace: string, program: string): string {
    const file = join(this.#folder, namespace);
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${namespace} '${program}' "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }
}

/** The third number of an address: everybody's links are networks of their own. */
function subnet(person: number, link: number): number {
  return person * 2 + link;
}

function splice(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on("error", () => to.destroy());
    // What was read to its end is written to its end first: `pipe` sees to that.
    from.on("close", () => from.readableEnded || to.destroy());
  }
}

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** For what may be gone already. */
function attempt(...args: readonly string[]): void {
  try {
    ip(...args);
  } catch {
    // It was not there.
  }
}
