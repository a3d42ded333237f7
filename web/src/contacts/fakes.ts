import type { ClientMessage, ServerMessage } from "../protocol/messages";
import { Variable } from "../signaling/observable";
import type { SignalingState } from "../signaling/SignalingClient";
import type { EntryStore, KeptEntry } from "./ContactBook";

/** A service that keeps entries in memory, and counts versions as the real one does. */
export class FakeStore implements EntryStore {
  readonly entries = new Map<string, KeptEntry>();
  down = false;
  /** It does what it is told, and nobody hears so. */
  mute = false;
  #version = 0;
  #list: readonly KeptEntry[] = [];

  all() {
    return this.#answer(() => {
      const now = [...this.entries.values()];
      const same = now.length === this.#list.length && now.every((at, i) => at === this.#list[i]);
      return same ? this.#list : (this.#list = now);
    });
  }

  put(id: string, replaces: number | null, sealed: string) {
    return this.#answer(() => {
      if ((this.entries.get(id)?.version ?? null) !== replaces) return null;
      const kept = { id, version: ++this.#version, sealed };
      this.entries.set(id, kept);
      return kept;
    });
  }

  remove(id: string) {
    return this.#answer(() => void this.entries.delete(id));
  }

  #answer<T>(of: () => T): Promise<T> {
    if (this.down) return Promise.reject(new Error("store-down"));
    const answer = of();
    return this.mute ? Promise.reject(new Error("unreachable")) : Promise.resolve(answer);
  }
}

/** A line to a service that a test speaks for. */
export class FakeSignaling {
  readonly state = new Variable<SignalingState>({ kind: "open" });
  readonly sent: ClientMessage[] = [];
  readonly #listeners = new Set<(message: ServerMessage) => void>();

  readonly listen = (listener: (message: ServerMessage) => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly send = (message: ClientMessage) => {
    this.sent.push(message);
    return "sent" as const;
  };

  says(message: ServerMessage): void {
    for (const listener of [...this.#listeners]) listener(message);
  }
}
