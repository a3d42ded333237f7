import { isRelayed, RELAY_WITHIN_MS, relayOutlook } from "./relay";
import type { RelayOutlook } from "./relay";

/** The part of a peer connection that gathers candidates. */
export type Gatherer = Pick<
  RTCPeerConnection,
  "addEventListener" | "removeEventListener" | "iceGatheringState"
>;

/** Watches whether a relay comes within reach as candidates are gathered, and tells each news of it. */
export class RelayWatch {
  readonly #gatherer: Gatherer;
  readonly #named: boolean;
  readonly #tell: (outlook: RelayOutlook) => void;
  readonly #since = performance.now();
  readonly #timer: ReturnType<typeof setTimeout>;
  #found = false;
  #outlook: RelayOutlook = "open";

  /** @param named whether there is one to ask */
  constructor(gatherer: Gatherer, named: boolean, tell: (outlook: RelayOutlook) => void) {
    this.#gatherer = gatherer;
    this.#named = named;
    this.#tell = tell;
    gatherer.addEventListener("icecandidate", this.#onCandidate);
    gatherer.addEventListener("icegatheringstatechange", this.#look);
    this.#timer = setTimeout(this.#look, RELAY_WITHIN_MS);
    this.#look();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#gatherer.removeEventListener("icecandidate", this.#onCandidate);
    this.#gatherer.removeEventListener("icegatheringstatechange", this.#look);
  }

  readonly #onCandidate = ({ candidate }: RTCPeerConnectionIceEvent): void => {
    this.#found ||= isRelayed(candidate?.candidate ?? "");
    this.#look();
  };

  readonly #look = (): void => {
    const outlook = relayOutlook({
      named: this.#named,
      found: this.#found,
      complete: this.#gatherer.iceGatheringState === "complete",
      sinceMillis: performance.now() - this.#since,
    });
    if (outlook === this.#outlook) return;
    this.#outlook = outlook;
    this.#tell(outlook);
  };
}
