import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { judgeReceived, judgeSent, worst } from "../statistics/indicator";
import type { Verdict } from "../statistics/indicator";
import type { Quality } from "../statistics/quality";
import { STEADY, steadied } from "../statistics/steady";
import type { Steady } from "../statistics/steady";
import type { PeerPort } from "../rtc/Peer";
import type { Meeting, Theirs } from "./Meeting";

/** How an encounter does, in both directions. */
export interface Indicator {
  /** How the other arrives here. */
  readonly received: Verdict;
  /** How this person arrives there. */
  readonly sent: Verdict;
  /** The worse of the two. */
  readonly overall: Verdict;
  /** The way out carries this person's voice, and no picture. */
  readonly soundOnly: boolean;
}

const DOWN: Verdict = { level: "interrupted", reason: "path" };

/** Follows the meeting's connection and says how it does: slowly enough to be read, and with the reason. */
export class CallQuality {
  /** Null until something is known. */
  readonly indicator: Observable<Indicator | null>;
  /** The newest figures, for the curious; null until there are any. */
  readonly figures: Observable<Quality | null>;
  readonly #indicator = new Variable<Indicator | null>(null);
  readonly #figures = new Variable<Quality | null>(null);
  readonly #meeting: Pick<Meeting, "peer" | "theirs">;
  #received: Steady = STEADY;
  #sent: Steady = STEADY;
  #stops: (() => void)[] = [];
  #stopReading: () => void = () => undefined;

  constructor(meeting: Pick<Meeting, "peer" | "theirs">) {
    this.#meeting = meeting;
    this.indicator = this.#indicator;
    this.figures = this.#figures;
  }

  start(): void {
    const { peer, theirs } = this.#meeting;
    this.#stops = [
      peer.subscribe(() => this.#follow(peer.get())),
      theirs.subscribe(() => this.#judge()),
    ];
    this.#follow(peer.get());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#follow(null);
  }

  #follow(peer: PeerPort | null): void {
    this.#stopReading();
    this.#received = this.#sent = STEADY;
    this.#figures.set(null);
    this.#indicator.set(null);
    this.#stopReading =
      peer?.quality.subscribe(() => {
        this.#figures.set(peer.quality.get());
        this.#judge();
      }) ?? (() => undefined);
  }

  #judge(): void {
    const peer = this.#meeting.peer.get();
    const figures = this.#figures.get();
    if (peer === null || figures === null) return;
    const theirs = this.#meeting.theirs.get();
    const { limit, soundOnly } = peer.heldBack.get();
    const down = isDown(theirs);
    const { at } = figures;
    this.#received = steadied(
      this.#received,
      down ? DOWN : judgeReceived(figures, theirs.media.limit),
      at,
    );
    // Whoever hears nothing of the other does not hear either how they themselves arrive.
    this.#sent = steadied(this.#sent, down ? DOWN : judgeSent(figures, limit, soundOnly), at);
    const [received, sent] = [this.#received.shown, this.#sent.shown];
    const before = this.#indicator.get();
    const same = before?.received === received && before.sent === sent;
    if (same && before.soundOnly === soundOnly) return;
    this.#indicator.set({ received, sent, overall: worst([received, sent]), soundOnly });
  }
}

function isDown({ connection, stalled }: Theirs): boolean {
  return stalled || connection === "weak" || connection === "lost";
}
