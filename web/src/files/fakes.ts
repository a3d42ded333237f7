import type { Body } from "../channel/Control";
import { Variable } from "../signaling/observable";
import type { Sink, SinkEvents } from "./Sink";
import type { Kept } from "./transfer";

/** One end of a data channel whose other end is in the same test; a line that can be cut between them. */
export class FakeChannel {
  readonly label: string;
  readyState: RTCDataChannelState = "connecting";
  binaryType = "blob";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  /** The most that has ever waited here. */
  mostBuffered = 0;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  readonly #line: FakeLine;
  #other: FakeChannel | null = null;

  constructor(label: string, line: FakeLine) {
    this.label = label;
    this.#line = line;
  }

  /** Makes a channel with its other end. */
  static pair(label: string, line: FakeLine): readonly [FakeChannel, FakeChannel] {
    const pair = [new FakeChannel(label, line), new FakeChannel(label, line)] as const;
    pair[0].#other = pair[1];
    pair[1].#other = pair[0];
    return pair;
  }

  opens(): void {
    this.readyState = "open";
    this.onopen?.();
  }

  send(data: string | Uint8Array): void {
    if (this.readyState !== "open") throw new DOMException("closed", "InvalidStateError");
    // Like the real one: what is sent is copied at once.
    const message = typeof data === "string" ? data : data.slice().buffer;
    const length = data.length;
    this.bufferedAmount += length;
    this.mostBuffered = Math.max(this.mostBuffered, this.bufferedAmount);
    this.#line.carry(() => {
      const low = this.bufferedAmountLowThreshold;
      const above = this.bufferedAmount > low;
      this.bufferedAmount -= length;
      if (this.#other?.readyState === "open") this.#other.onmessage?.({ data: message });
      if (above && this.bufferedAmount <= low && this.readyState === "open")
        this.onbufferedamountlow?.();
    });
  }

  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.#line.carry(() => {
      this.onclose?.();
      this.#other?.close();
    });
  }
}

/** Carries what is sent in order, one thing after the other, while it is not cut. */
export class FakeLine {
  #cut = false;
  #waiting: (() => void)[] = [];
  #running = false;

  carry(arrive: () => void): void {
    this.#waiting.push(arrive);
    this.#run();
  }

  cut(cut: boolean): void {
    this.#cut = cut;
    this.#run();
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    const step = (): void => {
      const next = this.#cut ? undefined : this.#waiting.shift();
      if (next === undefined) {
        this.#running = false;
        return;
      }
      next();
      setImmediate(step);
    };
    setImmediate(step);
  }
}

/** One of two peer connections, with what files need of them. */
export class FakePeer {
  readonly opened: FakeChannel[] = [];
  readonly said: Body[] = [];
  /** What the other says is heard after passing this. */
  hears: (body: Body) => Body | null = (body) => body;
  readonly control = {
    open: new Variable(true),
    send: (_topic: string, body: Body): boolean => {
      this.said.push(body);
      const copy = JSON.parse(JSON.stringify(body)) as Body;
      this.#line.carry(() => this.#other?.tells(copy));
      return true;
    },
    on: (_topic: string, listener: (body: Body) => void) => {
      this.#listener = listener;
      return () => undefined;
    },
  };
  readonly channels = {
    largestMessage: 256 << 10,
    open: (label: string): RTCDataChannel => {
      const [ours, theirs] = FakeChannel.pair(label, this.#line);
      this.opened.push(ours);
      this.#line.carry(() => {
        theirs.opens();
        this.#other?.meets(theirs);
        ours.opens();
      });
      return ours as unknown as RTCDataChannel;
    },
    onOpened: (_prefix: string, listener: (channel: RTCDataChannel) => void) => {
      this.#onOpened = (channel) => listener(channel as unknown as RTCDataChannel);
      return () => undefined;
    },
  };
  readonly #line: FakeLine;
  #other: FakePeer | null = null;
  #listener: (body: Body) => void = () => undefined;
  #onOpened: (channel: FakeChannel) => void = () => undefined;

  constructor(line: FakeLine) {
    this.#line = line;
  }

  static pair(line: FakeLine): readonly [FakePeer, FakePeer] {
    const pair = [new FakePeer(line), new FakePeer(line)] as const;
    pair[0].#other = pair[1];
    pair[1].#other = pair[0];
    return pair;
  }

  /** The other page has opened a channel. */
  meets(channel: FakeChannel): void {
    this.#onOpened(channel);
  }

  /** As if the other page had said it. */
  tells(body: Body): void {
    const heard = this.hears(body);
    if (heard !== null) this.#listener(heard);
  }
}

/** A disk in memory, as slow as the test wants. */
export class FakeSink implements Sink {
  readonly events: SinkEvents;
  /** The most that has ever waited to be written. */
  mostWaiting = 0;
  discarded = false;
  /** What the digest is to be, or null for any. */
  digest: string | null = null;
  slow = false;
  #waiting: Uint8Array[] = [];
  #written: Uint8Array[] = [];
  #caughtUp: () => void = () => undefined;

  constructor(events: SinkEvents) {
    this.events = events;
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.#written);
  }
  write(bytes: ArrayBuffer): void {
    this.#waiting.push(new Uint8Array(bytes));
    this.mostWaiting = Math.max(this.mostWaiting, lengthOf(this.#waiting));
    if (!this.slow) this.catchUp();
  }
  catchUp(): void {
    this.#written.push(...this.#waiting.splice(0));
    this.events.written(lengthOf(this.#written));
    this.#caughtUp();
  }
  rewind(): Promise<number> {
    this.#waiting = [];
    return Promise.resolve(lengthOf(this.#written));
  }
  async finish(digest: string): Promise<Kept | null> {
    if (this.#waiting.length > 0) await new Promise<void>((done) => (this.#caughtUp = done));
    const right = this.digest === null || this.digest === digest;
    return right ? { where: "chosen" } : null;
  }
  discard(): void {
    this.discarded = true;
  }
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
