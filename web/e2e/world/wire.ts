import { connect, createServer } from "node:net";
import type { Server, Socket } from "node:net";

/** Somebody's way to the service, over TCP, with which a test does what networks do. A page is opened at its address. */
export class Wire {
  readonly origin: string;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #port: number | null = null;
  #isCut = false;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
    server.on("connection", (page) => this.#carry(page));
  }

  /** Its address is known before that of the service, which has to permit it. */
  static lay(): Promise<Wire> {
    const server = createServer();
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(new Wire(server, `http://localhost:${address.port}`));
      });
    });
  }

  /** Leads to the service from now on. */
  lead({ loopback }: { readonly loopback: string }): void {
    this.#port = Number(new URL(loopback).port);
  }

  /** Everything that is open breaks, and nothing gets through until {@link mend}. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  /** What is open stays open and carries nothing any more, and neither end is told; what is opened later is fine. */
  silence(): void {
    for (const socket of this.#open) {
      socket.unpipe();
      socket.pause();
    }
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #carry(page: Socket): void {
    if (this.#isCut || this.#port === null) {
      page.destroy();
      return;
    }
    const service = connect({ port: this.#port, host: "127.0.0.1", allowHalfOpen: false });
    for (const [from, to] of [
      [page, service],
      [service, page],
    ] as const) {
      this.#open.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
  }
}
