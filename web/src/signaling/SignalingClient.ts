import type { ClientMessage, ServerMessage } from "../protocol/messages";
import { parseServerMessage } from "../protocol/parse";
import { backoff, closingOf } from "./closing";
import type { Closing } from "./closing";
import { Variable } from "./observable";
import type { Observable } from "./observable";

export type SignalingState =
  | { readonly kind: "closed" }
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** Another attempt follows by itself. */
  | { readonly kind: "lost"; readonly closing: Exclude<Closing, "signed-out"> }
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

/** Messages that may wait for a socket that is being opened. */
const QUEUE_LIMIT = 64;
/** Bytes the browser may hold for a network that does not take them, before the connection counts as lost. */
const BUFFER_LIMIT = 1 << 20;
const OPEN = 1;

/**
 * The page's one connection to the service: typed messages out and in, reconnecting with jittered
 * backoff until {@link close}. It keeps nothing across connections; whoever waits joins again on `welcome`.
 */
export class SignalingClient {
  readonly state: Observable<SignalingState>;
  readonly #state = new Variable<SignalingState>({ kind: "closed" });
  readonly #listeners = new Set<(message: ServerMessage) => void>();
  readonly #edges: SignalingEdges;
  #socket: SocketLike | null = null;
  #queue: string[] = [];
  #attempt = 0;
  #within: number | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;

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
    if (this.#socket !== null || this.#retry !== null) return;
    this.#connect();
  }

  /** Tries at once instead of waiting for the next attempt; for when the network says it is back. */
  hurry(): void {
    if (this.#retry === null) return;
    clearTimeout(this.#retry);
    this.#connect();
  }

  close(): void {
    this.#letGo(1000);
    this.#state.set({ kind: "closed" });
  }

  /** Sends, or keeps for the socket being opened; `dropped` when there is neither or no room. */
  send(message: ClientMessage): "sent" | "queued" | "dropped" {
    const frame = JSON.stringify(message);
    const socket = this.#socket;
    if (socket === null) return "dropped";
    if (socket.readyState === OPEN) {
      if (socket.bufferedAmount > BUFFER_LIMIT) {
        this.#lose("lost");
        return "dropped";
      }
      socket.send(frame);
      return "sent";
    }
    if (this.#queue.length >= QUEUE_LIMIT) return "dropped";
    this.#queue.push(frame);
    return "queued";
  }

  #connect(): void {
    this.#retry = null;
    const socket = this.#edges.connect();
    let opened = false;
    this.#socket = socket;
    this.#state.set({ kind: "connecting" });
    socket.onopen = () => {
      opened = true;
      const waiting = this.#queue;
      this.#queue = [];
      for (const frame of waiting) socket.send(frame);
      this.#state.set({ kind: "open" });
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => {
      const closing = closingOf(event.code);
      if (closing === "signed-out") this.#signOut();
      else if (opened) this.#lose(closing);
      else void this.#askWhy(socket, closing);
    };
  }

  #receive(data: unknown): void {
    if (typeof data !== "string") return;
    const parsed = parseServerMessage(data);
    if (parsed.kind === "malformed") {
      console.warn("The service sent something malformed:", parsed.reason);
      return;
    }
    if (parsed.kind === "unknown") return;
    const { message } = parsed;
    // Only a welcome proves that the way is free again: a proxy may accept and drop at once.
    if (message.type === "welcome") this.#attempt = 0;
    if (message.type === "going-away") this.#within = message.reconnectWithinMillis;
    for (const listener of [...this.#listeners]) listener(message);
  }

  async #askWhy(socket: SocketLike, closing: Exclude<Closing, "signed-out">): Promise<void> {
    const signedIn = await this.#edges.signedIn().catch(() => true);
    if (this.#socket !== socket) return;
    if (signedIn) this.#lose(closing);
    else this.#signOut();
  }

  #signOut(): void {
    this.#letGo(1000);
    this.#state.set({ kind: "signed-out" });
  }

  #lose(closing: Exclude<Closing, "signed-out">): void {
    this.#letGo(1000);
    const wait = backoff(closing, this.#attempt, this.#within, this.#edges.random());
    this.#attempt += 1;
    this.#within = null;
    this.#retry = setTimeout(() => this.#connect(), wait);
    this.#state.set({ kind: "lost", closing });
  }

  #letGo(code: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#queue = [];
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
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
