import { Variable } from "../signaling/observable";
import type { Body, ControlPort } from "./Control";

/** One end of a control channel. As long as it has no other end, nobody hears what is said. */
export class FakeControl implements ControlPort {
  readonly open = new Variable(true);
  #other: FakeControl | null = null;
  readonly #listeners = new Map<string, (body: Body) => void>();

  /** What is said here is heard there from now on, and the other way round. */
  connect(other: FakeControl): void {
    this.#other = other;
    other.#other = this;
  }

  send(topic: string, body: Body): boolean {
    this.#other?.hear(topic, body);
    return true;
  }

  /** What the other side says, or somebody who pretends to be it. */
  hear(topic: string, body: Body): void {
    this.#listeners.get(topic)?.(body);
  }

  on(topic: string, listener: (body: Body) => void): () => void {
    this.#listeners.set(topic, listener);
    return () => this.#listeners.delete(topic);
  }
}
