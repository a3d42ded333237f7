import type { ClientMessage, ServerMessage } from "../protocol/messages";
import { parseServerMessage } from "../protocol/parse";
import { backoff, closingOf, COMING_BACK, DONE } from "./closing";
import type { Closing } from "./closing";
import { Line } from "./Line";
import { Variable } from "./observable";
import type { Observable } from "./observable";
import { Vigil } from "./Vigil";

export type SignalingState =
  | { readonly kind: "closed" }
  /** For the first time; nothing can be said yet. */
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /**
   * Another attempt follows by itself. With `kept`, what is said now arrives once the line goes on; if it does not,
   * another `welcome` will say so.
   */
  | {
      readonly kind: "lost";
      readonly closing: Exclude<Closing, "signed-out">;
      readonly kept: boolean;
    }
  /** Final until {@link SignalingClient.open} is called again. */
  | { readonly kind: "signed-out" };

/** The part of `WebSocket` in use; a test brings its own. */
export type SocketLike = Pick<WebSocket, "send" | "close" | "bufferedAmount" | "readyState"> & {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
};

export interface SignalingEdges {
  readonly connect: () => SocketLike;
  /**
   * A refused upgrade looks like a lost network to a page, so it asks: is there still a session?
   * `true` also when nobody could answer.
   */
  readonly signedIn: () => Promise<boolean>;
  readonly random: () => number;
}

/** Bytes the browser may hold for a network that does not take them, before the connection counts as lost. */
const BUFFER_LIMIT = 1 << 20;
/** A socket that has not been welcomed after so many milliseconds is given up: the network may be there again by now. */
const ATTEMPT_MS = 5_000;

/** A line that has begun while an older one is asked for. */
interface Fresh {
  readonly line: Line;
  readonly welcome: ServerMessage;
}

/**
 * The page's one line to the service: typed messages out and in, over one socket after the other, reconnecting with
 * jittered backoff until {@link close}. Nothing is lost or heard twice as long as the service keeps the line. When it
 * does not, listeners hear another `welcome`: whoever waited joins again. They hear no `welcome` on a line that goes on.
 */
export class SignalingClient {
  readonly state: Observable<SignalingState>;
  readonly #state = new Variable<SignalingState>({ kind: "closed" });
  readonly #listeners = new Set<(message: ServerMessage) => void>();
  readonly #edges: SignalingEdges;
  #line: Line | null = null;
  #fresh: Fresh | null = null;
  /** Carries the line. */
  #active: SocketLike | null = null;
  /** Is to carry it soon; the active one may still do so meanwhile. */
  #opening: SocketLike | null = null;
  #attempt = 0;
  #within: number | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #patience: ReturnType<typeof setTimeout> | null = null;
  readonly #vigil = new Vigil({
    ask: () => this.send({ type: "ping" }) === "sent",
    giveUp: () => this.hurry(),
  });

  constructor(edges: SignalingEdges = browserEdges()) {
    this.#edges = edges;
    this.state = this.#state;
  }

  /** Calls back for every message; returns the way to stop. */
  listen(listener: (message: ServerMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Connects, and keeps connected. Does nothing when it already is. */
  open(): void {
    if (this.#active !== null || this.#opening !== null || this.#retry !== null) return;
    this.#state.set({ kind: "connecting" });
    this.#connect();
  }

  /**
   * The network may be back, or be another one: tries at once instead of waiting for the next attempt, and takes the
   * line to another socket when the present one may be dead without anybody knowing.
   */
  hurry(): void {
    if (this.#opening !== null || (this.#active === null && this.#retry === null)) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#connect();
  }

  /**
   * Something may have happened to the network, or to this page: asks the service whether it is there, and goes on with
   * another socket if it does not answer.
   */
  probe(): void {
    if (this.#active === null) this.hurry();
    else this.#vigil.ask();
  }

  /** Whether something is going on, so that a socket that dies in silence must not go unnoticed. */
  watch(watched: boolean): void {
    this.#vigil.watch(watched);
  }

  close(): void {
    this.#letGo(DONE);
    this.#line = null;
    this.#state.set({ kind: "closed" });
  }

  /** Sends, or keeps for the socket to come; `dropped` when there is no line. */
  send(message: ClientMessage): "sent" | "kept" | "dropped" {
    const line = this.#line;
    if (line === null) return "dropped";
    const frame = JSON.stringify(message);
    line.say(frame);
    const socket = this.#active;
    if (socket === null) return "kept";
    if (socket.bufferedAmount > BUFFER_LIMIT) {
      this.#lose("lost");
      return "kept";
    }
    socket.send(frame);
    return "sent";
  }

  #connect(): void {
    this.#retry = null;
    const socket = this.#edges.connect();
    let opened = false;
    this.#opening = socket;
    this.#patience = setTimeout(() => this.#lose("lost"), ATTEMPT_MS);
    socket.onopen = () => {
      opened = true;
    };
    socket.onmessage = (event) => this.#receive(event.data, socket);
    socket.onclose = (event) => {
      const closing = closingOf(event.code);
      if (closing === "signed-out") this.#signOut();
      else if (socket === this.#active && this.#opening !== null) this.#goOnOpening(closing);
      else if (opened) this.#lose(closing);
      else void this.#askWhy(socket, closing);
    };
  }

  /** The socket that was about to be replaced broke first. */
  #goOnOpening(closing: Exclude<Closing, "signed-out">): void {
    this.#active = null;
    this.#vigil.end();
    this.#state.set({ kind: "lost", closing, kept: true });
  }

  #receive(data: unknown, from: SocketLike): void {
    if (typeof data !== "string") return;
    if (from === this.#active) this.#vigil.heard();
    const parsed = parseServerMessage(data);
    const message = parsed.kind === "message" ? parsed.message : null;
    if (message?.type === "welcome") {
      this.#welcomed(message, new Line(message.resume), from);
      return;
    }
    if (message?.type === "resumed") {
      this.#resumed(message.received, from);
      return;
    }
    // What cannot be read has arrived, too.
    (from === this.#active ? this.#line : this.#fresh?.line)?.hear();
    if (parsed.kind === "malformed")
      console.warn("The service sent something malformed:", parsed.reason);
    if (message === null) return;
    if (message.type === "going-away") this.#within = message.reconnectWithinMillis;
    if (message.type === "error" && message.code === "resume-unknown" && this.#fresh !== null)
      this.#begin(this.#fresh, from);
    else this.#tell(message);
  }

  #welcomed(welcome: ServerMessage, line: Line, from: SocketLike): void {
    if (this.#line === null) {
      this.#begin({ line, welcome }, from);
      return;
    }
    this.#fresh = { line, welcome };
    // From here on the service takes the old socket's messages for lost, and so do we.
    if (this.#active !== null) this.#active.onmessage = this.#active.onclose = null;
    const { token, heard } = this.#line;
    from.send(JSON.stringify({ type: "resume", token, received: heard } satisfies ClientMessage));
  }

  #begin({ line, welcome }: Fresh, socket: SocketLike): void {
    this.#line = line;
    this.#carry(socket);
    this.#tell(welcome);
  }

  #resumed(arrived: number, socket: SocketLike): void {
    if (this.#fresh === null) return;
    const missing = this.#line?.missing(arrived) ?? null;
    if (missing === null) {
      // Too much was said meanwhile: whoever listens will hear the welcome of a new line.
      this.#line = null;
      this.#lose("lost");
      return;
    }
    this.#carry(socket);
    for (const frame of missing) socket.send(frame);
    this.#tell({ type: "resumed", received: arrived });
  }

  #carry(socket: SocketLike): void {
    this.#active?.close(COMING_BACK);
    this.#active = socket;
    this.#opening = this.#fresh = null;
    this.#clearPatience();
    this.#vigil.heard();
    // Only this proves that the way is free again: a proxy may accept and drop at once.
    this.#attempt = 0;
    this.#state.set({ kind: "open" });
  }

  #tell(message: ServerMessage): void {
    for (const listener of [...this.#listeners]) listener(message);
  }

  async #askWhy(socket: SocketLike, closing: Exclude<Closing, "signed-out">): Promise<void> {
    const signedIn = await this.#edges.signedIn().catch(() => true);
    if (this.#opening !== socket) return;
    if (signedIn) this.#lose(closing);
    else this.#signOut();
  }

  #signOut(): void {
    this.#letGo(DONE);
    this.#line = null;
    this.#state.set({ kind: "signed-out" });
  }

  #lose(closing: Exclude<Closing, "signed-out">): void {
    this.#letGo(COMING_BACK);
    const { random } = this.#edges;
    const wait = backoff(closing, this.#attempt, this.#within, random());
    this.#attempt += 1;
    this.#within = null;
    this.#retry = setTimeout(() => this.#connect(), wait);
    const before = this.#state.get();
    // Attempts that fail while the service starts do not change why there is none.
    const restarting = before.kind === "lost" && before.closing === "restart" && closing === "lost";
    const kept = this.#line !== null;
    this.#state.set({ kind: "lost", closing: restarting ? "restart" : closing, kept });
  }

  #letGo(code: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#clearPatience();
    this.#vigil.end();
    const sockets = [this.#active, this.#opening];
    this.#active = this.#opening = this.#fresh = null;
    for (const socket of sockets) {
      if (socket === null) continue;
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(code);
    }
  }

  #clearPatience(): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = null;
  }
}

function browserEdges(): SignalingEdges {
  return {
    connect: () => {
      const scheme = location.protocol === "https:" ? "wss" : "ws";
      return new WebSocket(`${scheme}://${location.host}/api/socket`);
    },
    signedIn: async () => (await fetch("/api/session", { cache: "no-store" })).status !== 401,
    random: Math.random,
  };
}
