import { Variable } from "../../signaling/observable";
import type { Observable } from "../../signaling/observable";
import type { Way } from "./way";

/** What the veil needs of it. */
export interface CoarsePort {
  /** The coarse picture of whatever is drawn; null until there is one. */
  readonly track: Observable<MediaStreamTrack | null>;
  /** Paints this track from now on, or rests. */
  draw(source: MediaStreamTrack | null): void;
}

/** A way that has painted nothing after this long is given up, in milliseconds. */
export const PROOF_MS = 1_000;

/** A person's camera, so coarse that nobody can recognise them: the first way that works, from the best to the surest. */
export class CoarsePicture implements CoarsePort {
  readonly track: Observable<MediaStreamTrack | null>;
  readonly #track = new Variable<MediaStreamTrack | null>(null);
  readonly #ways: (() => Way)[];
  #way: Way | null = null;
  #source: MediaStreamTrack | null = null;
  #proof: ReturnType<typeof setTimeout> | null = null;
  #stops: (() => void)[] = [];

  /** @param ways from the best to the surest; the last is not given up */
  constructor(ways: readonly (() => Way)[]) {
    this.#ways = [...ways];
    this.track = this.#track;
  }

  draw(source: MediaStreamTrack | null): void {
    if (source === this.#source) return;
    this.#source = source;
    if (source !== null && this.#way === null) this.#tryNext();
    else this.#draw();
  }

  close(): void {
    this.draw(null);
    this.#leave();
  }

  #draw(): void {
    if (this.#proof !== null) clearTimeout(this.#proof);
    this.#proof = null;
    this.#way?.draw(this.#source);
    if (this.#source !== null && this.#ways.length > 0)
      this.#proof = setTimeout(() => this.#tryNext(), PROOF_MS);
  }

  #tryNext(): void {
    const make = this.#ways.shift();
    if (make === undefined) return;
    this.#leave();
    const way = make();
    this.#way = way;
    const follow = (): void => this.#track.set(way.track.get());
    this.#stops = [way.track.subscribe(follow), way.progress.subscribe(() => this.#judge(way))];
    follow();
    this.#draw();
    this.#judge(way);
  }

  #judge(way: Way): void {
    const progress = way.progress.get();
    if (progress === "unable") this.#tryNext();
    if (progress !== "painted" || this.#proof === null) return;
    clearTimeout(this.#proof);
    this.#proof = null;
  }

  #leave(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#way?.close();
    this.#way = null;
    this.#track.set(null);
  }
}
