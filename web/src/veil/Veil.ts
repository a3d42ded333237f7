import type { LocalMedia } from "../media/LocalMedia";
import type { PeerPort } from "../rtc/Peer";
import type { Picture } from "../rtc/picture";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { agree, NOTHING_AGREED, readWord, REVEAL_TOPIC } from "./agreement";
import type { Agreement, AgreementEvent } from "./agreement";
import type { CoarsePort } from "./coarse/CoarsePicture";
import { pictureOf, sightOf } from "./picture";
import type { OwnCheck, Sight } from "./picture";

/** The control channel's topic for what one's own page holds back although both wanted it shown. */
const HELD_TOPIC = "held";

/** What the veil needs of the connection to the other. */
export type VeiledPeer = Pick<PeerPort, "control" | "show">;

export interface VeilParts {
  readonly peer: Observable<VeiledPeer | null>;
  readonly media: Pick<LocalMedia, "state">;
  readonly coarse: CoarsePort;
  readonly check: Observable<OwnCheck>;
}

export interface VeilState {
  readonly agreement: Agreement;
  /** How the other sees this person. */
  readonly sight: Sight;
  /** Their page holds their picture back. */
  readonly theirsHeld: boolean;
}

const VEILED: VeilState = { agreement: NOTHING_AGREED, sight: "coarse", theirsHeld: false };

/**
 * Decides what the other sees of this person, and is alone in doing so: every track that ever stands in the `camera` slot
 * comes from here. It begins anew with every connection, so that nobody is seen by someone with whom they did not agree.
 */
export class Veil {
  readonly state: Observable<VeilState>;
  /** What the other sees of this person, to be shown to them, too; null while there is nobody, or no camera. */
  readonly picture: Observable<MediaStreamTrack | null>;
  readonly #state = new Variable<VeilState>(VEILED);
  readonly #picture = new Variable<Picture | null>(null);
  readonly #parts: VeilParts;
  #peer: VeiledPeer | null = null;
  #held = false;
  #stops: (() => void)[] = [];
  #stopHearing: (() => void)[] = [];

  constructor(parts: VeilParts) {
    this.#parts = parts;
    this.state = this.#state;
    this.picture = this.#picture;
  }

  start(): void {
    const { peer, media, coarse, check } = this.#parts;
    const look = (): void => this.#apply();
    this.#stops = [
      peer.subscribe(() => this.#follow(peer.get())),
      media.state.subscribe(look),
      coarse.track.subscribe(look),
      check.subscribe(look),
    ];
    this.#follow(peer.get());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#follow(null);
  }

  /** This person wants both to be seen. */
  readonly show = (): void => this.#on({ type: "show" });

  /** Takes that back; if both were seen, neither is any more. */
  readonly veil = (): void => this.#on({ type: "veil" });

  /** The one or the other, whichever is not so. */
  readonly toggle = (): void => (this.#state.get().agreement.mine ? this.veil() : this.show());

  #on(event: AgreementEvent): void {
    if (this.#peer === null) return;
    const { agreement, say } = agree(this.#state.get().agreement, event);
    if (agreement !== this.#state.get().agreement) this.#patch({ agreement });
    // The picture first: whoever says that they are veiled is.
    this.#apply();
    if (say !== null) this.#peer.control.send(REVEAL_TOPIC, { ...say });
  }

  #follow(peer: VeiledPeer | null): void {
    if (peer === this.#peer) return;
    for (const stop of this.#stopHearing.splice(0)) stop();
    this.#peer = peer;
    this.#held = false;
    this.#state.set(VEILED);
    if (peer !== null)
      this.#stopHearing = [
        peer.control.on(REVEAL_TOPIC, (body) => {
          const word = readWord(body);
          if (word !== null) this.#on({ type: "heard", word });
        }),
        peer.control.on(HELD_TOPIC, ({ held }) => {
          if (typeof held === "boolean") this.#patch({ theirsHeld: held });
        }),
      ];
    this.#apply();
  }

  #apply(): void {
    const peer = this.#peer;
    const { coarse } = this.#parts;
    const { camera } = this.#parts.media.state.get();
    const check = this.#parts.check.get();
    const clear = peer !== null && camera.kind === "on" ? camera.track : null;
    const sight = sightOf(this.#state.get().agreement, check);
    coarse.draw(sight === "coarse" ? clear : null);
    const picture = pictureOf(sight, { clear, coarse: coarse.track.get() });
    peer?.show(picture);
    this.#picture.set(picture);
    if (sight !== this.#state.get().sight) this.#patch({ sight });
    if (peer !== null) this.#tellHeld(peer, check === "suspected");
  }

  #patch(part: Partial<VeilState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }

  #tellHeld(peer: VeiledPeer, held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    peer.control.send(HELD_TOPIC, { held });
  }
}
