import type { Identity } from "../rtc/identity";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { KEEP_TOPIC, readKeep, writeKeep } from "./keepMessages";
import type { KeepMessage } from "./keepMessages";
import { areKept, beginRun, finishRun } from "./keepRun";
import type { KeepEnds, KeepOutcome, KeepRun, PairSecret } from "./keepRun";

/** How far this person has got in keeping the other; what the other wants is not known before both do. */
export type Kept = "no" | "wanted" | "kept";

/** Who the two ends are, and the channel between them. */
export type KeptPeer = Pick<PeerPort, "polite" | "identity" | "control">;

/** From one run to the next, in milliseconds. Runs go on whatever anybody taps: when one comes says nothing. */
export const RUN_EVERY_MS = 4_000;
/** A run of theirs that follows the last one sooner is not answered, in milliseconds. */
export const ANSWERED_EVERY_MS = 2_000;

/**
 * Finds out, again and again while two meet, whether both want to keep each other, and tells neither what the other wants
 * before. It all goes from page to page: no service takes part. (A page that is made to can take the other's answer and
 * keep its own last word back; to find out whether somebody wants to it has to want to itself.)
 */
export class Keeping {
  readonly state: Observable<Kept>;
  /** Whether the last encounter ended before it turned out that the other wants to, too; until that has been read, or the next one begins. */
  readonly unanswered: Observable<boolean>;
  readonly #state = new Variable<Kept>("no");
  readonly #unanswered = new Variable(false);
  readonly #now: () => number;
  readonly #onKept: (secret: PairSecret) => void;
  #peer: KeptPeer | null = null;
  #ends: KeepEnds | null = null;
  #run: KeepRun | null = null;
  #outcome: KeepOutcome | null = null;
  #next = 0;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setInterval> | null = null;
  #stops: readonly (() => void)[] = [];

  constructor(parts: {
    readonly peer: Observable<KeptPeer | null>;
    /** Monotonic milliseconds. */
    readonly now: () => number;
    /** Both want to: once for an encounter. */
    readonly onKept: (secret: PairSecret) => void;
  }) {
    this.state = this.#state;
    this.unanswered = this.#unanswered;
    this.#now = parts.now;
    this.#onKept = parts.onKept;
    parts.peer.subscribe(() => this.#follow(parts.peer.get()));
    // It may come late: what it takes is fetched while the two already meet.
    this.#follow(parts.peer.get());
  }

  /** From the next run on. */
  readonly want = (): void => {
    if (this.#state.get() === "no" && this.#peer !== null) this.#state.set("wanted");
  };

  /** Not any more, unless both have been found to. */
  readonly forget = (): void => {
    if (this.#state.get() === "wanted") this.#state.set("no");
  };

  /** This person has read that it had not turned out. */
  readonly acknowledge = (): void => this.#unanswered.set(false);

  #follow(peer: KeptPeer | null): void {
    for (const stop of this.#stops) stop();
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#stops = [];
    this.#timer = this.#ends = this.#run = this.#outcome = null;
    this.#next = 0;
    this.#answeredAt = Number.NEGATIVE_INFINITY;
    if (peer !== null) this.#unanswered.set(false);
    else if (this.#state.get() === "wanted") this.#unanswered.set(true);
    this.#peer = peer;
    this.#state.set("no");
    if (peer === null) return;
    this.#stops = [
      peer.control.on(KEEP_TOPIC, (body) => {
        const message = readKeep(body);
        if (message !== null) this.#hear(message);
      }),
      peer.identity.subscribe(() => this.#identify(peer, peer.identity.get())),
    ];
    this.#identify(peer, peer.identity.get());
    if (!peer.polite) this.#timer = setInterval(() => this.#begin(), RUN_EVERY_MS);
  }

  #identify({ polite }: KeptPeer, identity: Identity): void {
    // One that is only being negotiated anew is still the same.
    if (identity.kind === "known")
      this.#ends = { polite, own: identity.own, theirs: identity.theirs };
    else if (identity.kind === "unclear") this.#ends = null;
  }

  #begin(): void {
    if (this.#ends === null || this.#state.get() === "kept") return;
    if (this.#peer?.control.open.get() !== true) return;
    this.#run = beginRun(this.#next++, this.#ends, this.#state.get() === "wanted");
    this.#tell({ step: "begin", run: this.#run.number, share: this.#run.share.point });
  }

  #hear(message: KeepMessage): void {
    const polite = this.#peer?.polite;
    switch (message.step) {
      case "begin":
        if (polite === true) this.#answer(message.run, message.share);
        return;
      case "answer":
        if (polite === false) this.#end(message);
        return;
      case "end":
        if (polite === true && this.#run?.number === message.run) this.#conclude(message.tag);
        return;
      default:
        message satisfies never;
    }
  }

  #answer(number: number, theirs: Uint8Array): void {
    const now = this.#now();
    const ahead = number >= this.#next && now - this.#answeredAt >= ANSWERED_EVERY_MS;
    if (this.#ends === null || !ahead || this.#state.get() === "kept") return;
    this.#next = number + 1;
    this.#answeredAt = now;
    this.#run = beginRun(number, this.#ends, this.#state.get() === "wanted");
    this.#outcome = finishRun(this.#run, theirs);
    if (this.#outcome === null) return;
    const { tag } = this.#outcome;
    this.#tell({ step: "answer", run: number, share: this.#run.share.point, tag });
  }

  #end({ run, share, tag }: Extract<KeepMessage, { step: "answer" }>): void {
    if (this.#run?.number !== run || this.#outcome !== null) return;
    this.#outcome = finishRun(this.#run, share);
    if (this.#outcome === null) return;
    this.#tell({ step: "end", run, tag: this.#outcome.tag });
    this.#conclude(tag);
  }

  #conclude(tag: Uint8Array): void {
    const outcome = this.#outcome;
    this.#run = this.#outcome = null;
    // Whoever did not want to has a password that nobody knows, so that no tag fits.
    if (outcome === null || !areKept(outcome, tag)) return;
    this.#state.set("kept");
    this.#onKept(outcome.secret);
  }

  #tell(message: KeepMessage): void {
    this.#peer?.control.send(KEEP_TOPIC, writeKeep(message));
  }
}
