import type { Body } from "../channel/Control";
import type { Identity } from "../rtc/identity";
import type { PeerPort } from "../rtc/Peer";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import { newNonce } from "./authenticationString";
import type { Picture } from "./emoji";
import { begin, broken, receive } from "./handshake";
import type { Handshake, Step } from "./handshake";

/** The control channel's topic of the {@link Handshake} and what follows it. */
export const VERIFICATION_TOPIC = "verification";
/** Messages kept for the moment at which this page knows both certificates; an honest page sends one by then. */
const MOST_EARLY = 2;

/** Why an encounter ends for fear of somebody in the middle. */
export type Interception =
  /** This person has seen different pictures. */
  | "strings-differ"
  /** The other says that they have. */
  | "strings-differ-there"
  /** This page has found out by itself. */
  | "identity-broken";

/** How far the two have got in making sure of each other. */
export type Comparison =
  | { readonly kind: "none" }
  /** The pages are still agreeing on the pictures, or the other's does not answer. */
  | { readonly kind: "waiting" }
  | { readonly kind: "unsupported" }
  | {
      readonly kind: "ready";
      readonly pictures: readonly Picture[];
      readonly confirmed: boolean;
      readonly theyConfirmed: boolean;
    };

/** Who the two ends are, and the channel between them. */
export type VerifiedPeer = Pick<PeerPort, "polite" | "identity" | "control">;

/**
 * Makes the handshake once with every peer, by itself, so that the pictures are there when somebody wants to compare.
 * An ICE restart changes nothing: the DTLS association and its certificates stay, and so does the string. Should a
 * certificate change nevertheless, or no longer speak for all that is sent, the encounter is over.
 */
export class Verification {
  readonly state: Observable<Comparison>;
  readonly #state = new Variable<Comparison>({ kind: "none" });
  readonly #onIntercepted: (interception: Interception) => void;
  #peer: VerifiedPeer | null = null;
  #handshake: Handshake | null = null;
  #early: Body[] = [];
  #confirmed = false;
  #stops: readonly (() => void)[] = [];

  constructor(
    peer: Observable<VerifiedPeer | null>,
    onIntercepted: (interception: Interception) => void,
  ) {
    this.state = this.#state;
    this.#onIntercepted = onIntercepted;
    peer.subscribe(() => this.#follow(peer.get()));
  }

  /** They match: the other is told, and the mark stays for this encounter. */
  readonly confirm = (): void => {
    if (this.#handshake?.at !== "agreed" || this.#confirmed) return;
    this.#confirmed = true;
    this.#tell({ step: "confirm" });
    this.#show();
  };

  /** They differ: the other is told, as far as somebody in the middle lets that pass, and the encounter is over. */
  readonly differ = (): void => {
    this.#tell({ step: "differ" });
    this.#onIntercepted("strings-differ");
  };

  #follow(peer: VerifiedPeer | null): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#peer = peer;
    this.#handshake = null;
    this.#early = [];
    this.#confirmed = false;
    if (peer !== null) {
      this.#stops = [
        peer.control.on(VERIFICATION_TOPIC, (message) => this.#receive(message)),
        peer.identity.subscribe(() => this.#identify(peer, peer.identity.get())),
      ];
      this.#identify(peer, peer.identity.get());
    }
    this.#show();
  }

  #identify({ polite }: VerifiedPeer, identity: Identity): void {
    switch (identity.kind) {
      case "unknown":
        return;
      case "unclear":
        this.#take(broken("certificates-unclear"));
        return;
      case "known": {
        const { own, theirs } = identity;
        if (this.#handshake === null) {
          this.#take(begin({ role: polite ? "polite" : "impolite", own, theirs }, newNonce()));
          for (const message of this.#early.splice(0)) this.#receive(message);
        } else if (
          "ends" in this.#handshake &&
          (this.#handshake.ends.own !== own || this.#handshake.ends.theirs !== theirs)
        ) {
          this.#take(broken("certificate-changed"));
        }
        return;
      }
      default:
        identity satisfies never;
    }
  }

  #receive(message: Body): void {
    if (message["step"] === "differ") this.#onIntercepted("strings-differ-there");
    else if (this.#handshake !== null) this.#take(receive(this.#handshake, message));
    else if (this.#early.push(message) > MOST_EARLY) this.#take(broken("out-of-order"));
  }

  #take({ handshake, send }: Step): void {
    this.#handshake = handshake;
    for (const message of send) this.#tell(message);
    this.#show();
    if (handshake.at !== "broken") return;
    console.warn("The other page could not be verified:", handshake.because);
    this.#tell({ step: "differ" });
    this.#onIntercepted("identity-broken");
  }

  #tell(message: Body): void {
    this.#peer?.control.send(VERIFICATION_TOPIC, message);
  }

  #show(): void {
    const shown = comparisonOf(this.#peer, this.#handshake, this.#confirmed);
    this.#state.set(shown);
  }
}

function comparisonOf(
  peer: VerifiedPeer | null,
  handshake: Handshake | null,
  confirmed: boolean,
): Comparison {
  if (peer === null) return { kind: "none" };
  if (handshake?.at === "unsupported") return { kind: "unsupported" };
  if (handshake?.at !== "agreed") return { kind: "waiting" };
  const { string, theyConfirmed } = handshake;
  return { kind: "ready", pictures: string, confirmed, theyConfirmed };
}
