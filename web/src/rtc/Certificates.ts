/** Less than this left, in milliseconds, and a certificate is too old to begin with. */
const MARGIN_MS = 24 * 60 * 60 * 1000;

const P_256: EcKeyGenParams = { name: "ECDSA", namedCurve: "P-256" };

/**
 * Keeps a certificate ready for the next connection. Each gets its own, so that nobody is known again by it; made
 * beforehand, it costs no time when two have been matched, and its fingerprint is known to the page itself.
 */
export class Certificates {
  #ready: RTCCertificate | null = null;

  constructor() {
    this.#make();
  }

  /** The one that is ready; null for the browser to make one by itself. */
  take(): RTCCertificate | null {
    const taken = this.#ready;
    this.#ready = null;
    this.#make();
    return taken !== null && taken.expires > Date.now() + MARGIN_MS ? taken : null;
  }

  #make(): void {
    RTCPeerConnection.generateCertificate(P_256).then(
      (certificate) => (this.#ready ??= certificate),
      // The browser will make one by itself.
      () => undefined,
    );
  }
}
