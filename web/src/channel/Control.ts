import { isObject, readObject } from "../protocol/fields";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

/** What a message of the control channel carries. It comes from a stranger: whoever listens trusts no shape. */
export type Body = Readonly<Record<string, unknown>>;

/** What features need of the control channel: small JSON messages, in order, each under a topic of its own. */
export interface ControlPort {
  /** Whether the other side can be told something now. */
  readonly open: Observable<boolean>;
  /** Sends, or keeps until the channel opens; false when it is closed, full, or the message too large. */
  send(topic: string, body: Body): boolean;
  /** Calls back for every message of the topic; returns the way to stop. */
  on(topic: string, listener: (body: Body) => void): () => void;
}

/** Characters of one message, in both directions: every browser takes 16 KiB in one piece (RFC 8831 §6.6). */
export const LARGEST_MESSAGE = 16_000;
/** Messages kept for a channel that is not open yet. */
const QUEUE_LIMIT = 64;
/** Bytes the browser may hold for a path that does not take them. */
const BUFFER_LIMIT = 1 << 20;

/** The channel on which the two pages agree about everything but media; it never touches a server. */
export class Control implements ControlPort {
  readonly open: Observable<boolean>;
  readonly #open = new Variable(false);
  readonly #listeners = new Map<string, Set<(body: Body) => void>>();
  #channel: RTCDataChannel | null = null;
  #queue: string[] = [];
  #closed = false;

  constructor() {
    this.open = this.#open;
  }

  /** Takes the channel over, once. */
  attach(channel: RTCDataChannel): void {
    this.#channel = channel;
    channel.onopen = () => this.#flush();
    channel.onclose = () => this.close();
    channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
  }

  send(topic: string, body: Body): boolean {
    const text = JSON.stringify({ topic, body });
    if (this.#closed || text.length > LARGEST_MESSAGE) return false;
    const channel = this.#channel;
    if (channel?.readyState === "open") {
      if (channel.bufferedAmount > BUFFER_LIMIT) return false;
      channel.send(text);
      return true;
    }
    if (this.#queue.length >= QUEUE_LIMIT) return false;
    this.#queue.push(text);
    return true;
  }

  on(topic: string, listener: (body: Body) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Nothing is sent or heard any more. */
  close(): void {
    this.#closed = true;
    this.#queue = [];
    this.#listeners.clear();
    this.#open.set(false);
  }

  #flush(): void {
    for (const text of this.#queue.splice(0)) this.#channel?.send(text);
    this.#open.set(true);
  }

  #receive(data: unknown): void {
    const message = readMessage(data);
    if (message === null) return;
    for (const listener of [...(this.#listeners.get(message.topic) ?? [])]) listener(message.body);
  }
}

/** Reads one message of the other page; null when it is none. */
export function readMessage(data: unknown): { topic: string; body: Body } | null {
  if (typeof data !== "string" || data.length > LARGEST_MESSAGE) return null;
  const { topic, body } = readObject(data) ?? {};
  return typeof topic === "string" && isObject(body) ? { topic, body } : null;
}
