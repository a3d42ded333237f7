/** While something is going on, a socket that has said nothing for so many milliseconds is asked whether it is there. */
export const SILENCE_MS = 5_000;
/** A socket that has not answered by then, in milliseconds, is given up for another. */
export const ANSWER_MS = 3_000;

export interface VigilEdges {
  /** Asks the service for a sign of life; false when there is no way to. */
  readonly ask: () => boolean;
  /** It gave none. */
  readonly giveUp: () => void;
}

/** Finds out when a socket has died in silence: a browser answers a WebSocket's pings by itself, and shows none to a page. */
export class Vigil {
  readonly #edges: VigilEdges;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #watched = false;
  #up = false;
  #asked = false;

  constructor(edges: VigilEdges) {
    this.#edges = edges;
  }

  /** Whether something is going on, so that silence matters. */
  watch(watched: boolean): void {
    if (watched === this.#watched) return;
    this.#watched = watched;
    if (this.#up && !this.#asked) this.#wait();
  }

  /** The socket has said something, or is another one. */
  heard(): void {
    this.#up = true;
    this.#asked = false;
    this.#wait();
  }

  /** There is no socket to listen to. */
  end(): void {
    this.#up = this.#asked = false;
    this.#clear();
  }

  /** Asks now; once is enough until there is an answer. */
  ask(): void {
    if (this.#asked || !this.#up || !this.#edges.ask()) return;
    this.#clear();
    this.#asked = true;
    this.#timer = setTimeout(() => {
      this.end();
      this.#edges.giveUp();
    }, ANSWER_MS);
  }

  #wait(): void {
    this.#clear();
    if (this.#watched) this.#timer = setTimeout(() => this.ask(), SILENCE_MS);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
