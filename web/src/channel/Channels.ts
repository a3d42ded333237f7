import { Control } from "./Control";

/** The control channel's stream (RFC 8832 §6): agreed beforehand, so that it costs no message of its own. */
const CONTROL_ID = 0;
/** What everybody takes who does not say (RFC 8841 §6), in bytes. */
const FORMER_LARGEST = 64 << 10;
/** Channels that a stranger may open at the same time. */
const MOST_AT_ONCE = 16;

/** What features need of the channels besides {@link Control}: whole channels for what is large. */
export interface ChannelsPort {
  /** Bytes that the other side takes in one message (`RTCSctpTransport.maxMessageSize`). */
  readonly largestMessage: number;
  /** Opens a channel of its own; its end closes it. Null when the connection is over. */
  open(label: string): RTCDataChannel | null;
  /** Calls back for channels that the other side opens under this prefix; returns the way to stop. */
  onOpened(prefix: string, listener: (channel: RTCDataChannel) => void): () => void;
}

/** The data channels of one peer connection. */
export class Channels implements ChannelsPort {
  readonly control = new Control();
  readonly #pc: RTCPeerConnection;
  readonly #openers = new Map<string, (channel: RTCDataChannel) => void>();
  readonly #theirs = new Set<RTCDataChannel>();
  #established = false;
  #closed = false;

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
    pc.ondatachannel = ({ channel }) => this.#opened(channel);
  }

  get largestMessage(): number {
    return this.#pc.sctp?.maxMessageSize ?? FORMER_LARGEST;
  }

  /** Makes the control channel. Before the first offer on the side that makes it, within its answer on the other. */
  establish(): void {
    if (this.#established || this.#closed) return;
    this.#established = true;
    this.control.attach(
      this.#pc.createDataChannel("control", { negotiated: true, id: CONTROL_ID }),
    );
  }

  open(label: string): RTCDataChannel | null {
    return this.#closed ? null : this.#pc.createDataChannel(label);
  }

  onOpened(prefix: string, listener: (channel: RTCDataChannel) => void): () => void {
    this.#openers.set(prefix, listener);
    return () => {
      if (this.#openers.get(prefix) === listener) this.#openers.delete(prefix);
    };
  }

  close(): void {
    this.#closed = true;
    this.#pc.ondatachannel = null;
    this.#openers.clear();
    this.control.close();
  }

  #opened(channel: RTCDataChannel): void {
    const opener = [...this.#openers].find(([prefix]) => channel.label.startsWith(prefix))?.[1];
    if (opener === undefined || this.#theirs.size >= MOST_AT_ONCE) {
      channel.close();
      return;
    }
    this.#theirs.add(channel);
    channel.addEventListener("close", () => this.#theirs.delete(channel));
    opener(channel);
  }
}
