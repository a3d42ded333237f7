import type { CallState } from "../call/state";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { MOST_MOVING, MOST_OPEN, MOST_OVER } from "./limits";
import { FILE_PREFIX, FILE_TOPIC, readFileMessage, readLabel, toBody } from "./messages";
import type { FileMessage, Offer, Why } from "./messages";
import { safeName } from "./name";
import { OfferBudget } from "./OfferBudget";
import { Receiving } from "./Receiving";
import { Sending } from "./Sending";
import type { MakeSink } from "./Sink";
import { isMoving, isOver } from "./transfer";
import type { Direction, Transfer } from "./transfer";

type FilePeer = Pick<PeerPort, "control" | "channels">;

export interface FilesParts {
  readonly peer: Observable<FilePeer | null>;
  readonly call: Observable<CallState>;
  /** Where a file of theirs is to go; called from the tap that accepts it. */
  readonly destinationOf: (offer: Offer, name: string) => MakeSink;
  /** Monotonic milliseconds; `performance.now` outside of tests. */
  readonly now: () => number;
}

/** How often a view hears of progress, in milliseconds. */
const TELL_EVERY_MS = 400;

/**
 * The files that two people give each other during a round. What is offered is only words until it is accepted; the bytes go
 * over data channels of their own, one for each file, and never touch a server.
 */
export class Files {
  /** Newest last; what is over stays until the next round or encounter, so that it can be read. */
  readonly transfers: Observable<readonly Transfer[]>;
  readonly #transfers = new Variable<readonly Transfer[]>([]);
  readonly #parts: FilesParts;
  #all: (Sending | Receiving)[] = [];
  #peer: FilePeer | null = null;
  #budget: OfferBudget;
  #phase: CallState["phase"] = "idle";
  #timer: ReturnType<typeof setInterval> | null = null;
  /** Ends following the call. */
  #stops: (() => void)[] = [];
  /** Ends listening to the present peer. */
  #silences: (() => void)[] = [];

  constructor(parts: FilesParts) {
    this.#parts = parts;
    this.#budget = new OfferBudget(parts.now());
    this.transfers = this.#transfers;
  }

  start(): void {
    const { peer, call } = this.#parts;
    this.#stops = [
      peer.subscribe(() => this.#meet(peer.get())),
      call.subscribe(() => this.#onPhase(call.get().phase)),
    ];
    this.#meet(peer.get());
    this.#onPhase(call.get().phase);
  }

  stop(): void {
    this.#meet(null);
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Offers files to the other; returns how many there was no room for. */
  offer(files: readonly File[]): number {
    if (this.#phase !== "live") return files.length;
    const room = MOST_OPEN - this.#open("sending").length;
    for (const file of files.slice(0, room)) this.#offer(file);
    return Math.max(0, files.length - room);
  }

  /** Takes a file of theirs; to be called from a tap, since the browser may ask where it is to go. */
  accept(id: string): void {
    const receiving = this.#receiving(id);
    if (receiving === undefined || this.#phase !== "live") return;
    const { offer } = receiving;
    void receiving.accept(this.#parts.destinationOf(offer, safeName(offer.name)));
  }

  /** Says no to a file of theirs. */
  refuse(id: string): void {
    this.#receiving(id)?.stop("refused", "me");
  }

  /** Ends a transfer of either direction, offered or on its way. */
  cancel(direction: Direction, id: string): void {
    const transfer = direction === "sending" ? this.#sending(id) : this.#receiving(id);
    transfer?.stop("cancelled", "me");
  }

  #offer(file: File): void {
    const { name, size, type } = file;
    const offer: Offer = { id: crypto.randomUUID(), name: name.slice(0, 1_000), size, type };
    const sending = new Sending(offer, file, {
      tell: (message) => this.#tell(message),
      open: (label) => this.#peer?.channels.open(label) ?? null,
      largestMessage: () => this.#peer?.channels.largestMessage ?? 0,
      changed: () => this.#changed(),
    });
    this.#all.push(sending);
    this.#changed();
    if (!this.#tell({ say: "offer", offer })) sending.stop("lost", "me");
  }

  #tell(message: FileMessage): boolean {
    return this.#peer?.control.send(FILE_TOPIC, toBody(message)) ?? false;
  }

  /** Follows the connection to whoever is there now. */
  #meet(peer: FilePeer | null): void {
    if (peer === this.#peer) return;
    this.#stopAll("ended");
    for (const silence of this.#silences.splice(0)) silence();
    this.#peer = peer;
    if (peer === null) return;
    this.#all = [];
    this.#budget = new OfferBudget(this.#parts.now());
    this.#changed();
    this.#silences = [
      peer.control.on(FILE_TOPIC, (body) => {
        const message = readFileMessage(body);
        if (message !== null) this.#hear(message);
      }),
      peer.channels.onOpened(FILE_PREFIX, (channel) => this.#opened(channel)),
    ];
  }

  #onPhase(phase: CallState["phase"]): void {
    const before = this.#phase;
    this.#phase = phase;
    if (before === "live" && phase !== "live")
      this.#stopAll(phase === "asking" ? "time-over" : "ended");
    // What did not get across in one round has been read when the next begins.
    if (before === "asking" && phase === "live") {
      this.#all = this.#all.filter(({ state }) => state.kind !== "stopped");
      this.#changed();
    }
  }

  #hear(message: FileMessage): void {
    switch (message.say) {
      case "offer":
        return this.#offered(message.offer);
      case "withdraw":
        return this.#receiving(message.id)?.stop(message.why, "them");
      case "accept":
        return this.#sending(message.id)?.accepted();
      case "decline":
        return this.#sending(message.id)?.stop(message.why, "them");
      case "reopen":
        return this.#sending(message.id)?.reopen(message.from);
      case "received":
        return this.#sending(message.id)?.received();
      default:
        return message satisfies never;
    }
  }

  #offered(offer: Offer): void {
    if (this.#receiving(offer.id) !== undefined) return;
    const late = this.#phase !== "live" && this.#phase !== "connecting";
    const many = this.#open("receiving").length >= MOST_OPEN;
    if (late || many || !this.#budget.take(this.#parts.now())) {
      this.#tell({ say: "decline", id: offer.id, why: late ? "time-over" : "busy" });
      return;
    }
    this.#all.push(
      new Receiving(offer, {
        tell: (message) => this.#tell(message),
        changed: () => this.#changed(),
      }),
    );
    this.#changed();
  }

  #opened(channel: RTCDataChannel): void {
    const label = readLabel(channel.label);
    const receiving = label === null ? undefined : this.#receiving(label.id);
    const full = this.#moving("receiving") > MOST_MOVING;
    if (label === null || full || receiving?.attach(channel, label.from) !== true) channel.close();
  }

  #stopAll(why: Why): void {
    for (const transfer of [...this.#all]) transfer.stop(why, "me");
  }

  #changed(): void {
    const over = this.#all.filter(({ state }) => isOver(state)).slice(0, -MOST_OVER);
    if (over.length > 0) this.#all = this.#all.filter((transfer) => !over.includes(transfer));
    const next = this.#open("sending").find(({ state }) => state.kind === "queued");
    if (next instanceof Sending && this.#moving("sending") < MOST_MOVING) next.begin();
    else this.#publish();
  }

  #publish(): void {
    this.#transfers.set(
      this.#all.map((transfer) => {
        const { id, name, size } = transfer.offer;
        const { state } = transfer;
        return { direction: directionOf(transfer), id, name: safeName(name), size, state };
      }),
    );
    const moving = this.#all.some(({ state }) => isMoving(state));
    if (moving) this.#timer ??= setInterval(() => this.#publish(), TELL_EVERY_MS);
    else if (this.#timer !== null) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }

  #open(direction: Direction): readonly (Sending | Receiving)[] {
    return this.#all.filter((one) => directionOf(one) === direction && !isOver(one.state));
  }

  #moving(direction: Direction): number {
    return this.#open(direction).filter(({ state }) => isMoving(state)).length;
  }

  #sending(id: string): Sending | undefined {
    return this.#all.find((one) => one instanceof Sending && one.offer.id === id) as Sending;
  }

  #receiving(id: string): Receiving | undefined {
    return this.#all.find((one) => one instanceof Receiving && one.offer.id === id) as Receiving;
  }
}

function directionOf(transfer: Sending | Receiving): Direction {
  return transfer instanceof Sending ? "sending" : "receiving";
}
