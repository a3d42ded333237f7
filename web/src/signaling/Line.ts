/** As many messages and bytes as the service keeps for us. */
const KEPT_MESSAGES = 64;
const KEPT_BYTES = 256 * 1024;

/**
 * This page's end of a line: what has been said on it, to be said again should the socket break, and how much
 * has been heard. Both sides count every message but `welcome`, `resume` and `resumed`.
 */
export class Line {
  /** Opens the line to another socket; a secret, never stored or shown. */
  readonly token: string;
  readonly #kept: string[] = [];
  #bytes = 0;
  #said = 0;
  #heard = 0;

  constructor(token: string) {
    this.token = token;
  }

  /** How many messages of the service have arrived. */
  get heard(): number {
    return this.#heard;
  }

  hear(): void {
    this.#heard += 1;
  }

  /** Takes note of a frame that is being sent, or will be once there is a socket again. */
  say(frame: string): void {
    this.#said += 1;
    this.#bytes += frame.length;
    this.#kept.push(frame);
    while (this.#kept.length > KEPT_MESSAGES || this.#bytes > KEPT_BYTES)
      this.#bytes -= this.#kept.shift()?.length ?? 0;
  }

  /**
   * What the service has not had, in order; null when that is no longer all here, or was never said.
   *
   * @param arrived how many of our messages have reached the service
   */
  missing(arrived: number): readonly string[] | null {
    const count = this.#said - arrived;
    if (count < 0 || count > this.#kept.length) return null;
    return this.#kept.slice(this.#kept.length - count);
  }
}
