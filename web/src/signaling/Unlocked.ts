import type { Entitlement, Feature } from "../protocol/messages";
import { Variable } from "./observable";
import type { Observable } from "./observable";
import type { SignalingClient } from "./SignalingClient";

/**
 * What this person's passes unlock: what the page reads from the chain and the service, as far as it says anything, does
 * not deny. The service tells at once when a pass is sold; the page looks only now and then.
 */
export class Unlocked {
  readonly #signaling: Pick<SignalingClient, "listen">;
  readonly #features = new Map<Feature, Variable<boolean>>();
  #chain: ReadonlySet<Feature> = new Set();
  /** Null until the service has said something, and while it does not know itself. */
  #service: ReadonlySet<Feature> | null = null;
  #stop: () => void = () => undefined;

  constructor(signaling: Pick<SignalingClient, "listen">) {
    this.#signaling = signaling;
  }

  start(): void {
    this.#stop = this.#signaling.listen((message) => {
      if (message.type === "welcome" || message.type === "entitlement")
        this.#hear(message.entitlement);
    });
  }

  stop(): void {
    this.#stop();
  }

  /** Whether this feature is unlocked now. */
  to(feature: Feature): Observable<boolean> {
    const known = this.#features.get(feature);
    if (known !== undefined) return known;
    const made = new Variable(this.#has(feature));
    this.#features.set(feature, made);
    return made;
  }

  /** Takes what the page itself has read. */
  readFromChain(features: readonly { readonly name: Feature }[]): void {
    this.#chain = new Set(features.map(({ name }) => name));
    this.#tell();
  }

  #hear(entitlement: Entitlement | null): void {
    this.#service = entitlement === null ? null : new Set(entitlement.features);
    this.#tell();
  }

  #tell(): void {
    for (const [feature, unlocked] of this.#features) {
      const now = this.#has(feature);
      if (unlocked.get() !== now) unlocked.set(now);
    }
  }

  #has(feature: Feature): boolean {
    return this.#chain.has(feature) && this.#service?.has(feature) !== false;
  }
}
