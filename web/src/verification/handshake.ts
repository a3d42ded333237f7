import type { Body } from "../channel/Control";
import { authenticationString, commitmentTo, isDigest, VERSION } from "./authenticationString";
import type { Ends, Nonce } from "./authenticationString";
import type { Picture } from "./emoji";

/**
 * Commit, then reveal: how two pages come to a short string that is the same only if nobody is between them (after
 * S. Vaudenay, "Secure Communications over Insecure Channels Based on Short Authenticated Strings", CRYPTO 2005).
 *
 * Each page draws a nonce of 256 bits and sends a {@link commitmentTo} it. It reveals the nonce only after the other's
 * commitment is here, and accepts no second commitment. Each checks the revealed nonce against the commitment, for the
 * certificates that *it* sees and the role opposite to its own.
 *
 * Why somebody in the middle has one guess in 2^36, and no more. They hold two associations, so no page of the two sees
 * the other's certificate, and they must make a handshake with each. Take the page that receives its commitment last.
 * At this moment its own nonce has left it only under a hash (nothing is known of 256 random bits), and from this moment
 * on the intruder's nonce towards it is fixed (another one would be a second preimage of SHA-256); what the other page
 * shows was fixed before, in the same way, or will be by a nonce that is already committed to. So the last page's string
 * is a fresh, uniform draw of 36 bits that the intruder could neither see nor steer, and it equals the other's with
 * probability 2^-36. Trying again means another connection, and each try that fails is seen by two people.
 *
 * A page that replays a commitment to its author is refused by the role in it, one that forwards both sides' messages
 * by the certificates in it. Who decides the roles (the service) gains nothing by lying: the argument does not use them.
 */
export type Handshake =
  /** The own commitment is out. */
  | { readonly at: "committed"; readonly ends: Ends; readonly nonce: Nonce }
  /** Theirs is here, and the own nonce is out. */
  | {
      readonly at: "revealed";
      readonly ends: Ends;
      readonly nonce: Nonce;
      readonly theirCommitment: string;
    }
  | {
      readonly at: "agreed";
      readonly ends: Ends;
      readonly string: readonly Picture[];
      readonly theyConfirmed: boolean;
    }
  /** The other page speaks another version of this; nothing can be compared. */
  | { readonly at: "unsupported" }
  /** What came cannot have come from an honest page that sees the same certificates. */
  | { readonly at: "broken"; readonly because: Breach };

export type Breach =
  | "malformed"
  | "out-of-order"
  | "commitment-unmet"
  | "certificate-changed"
  | "certificates-unclear";

export interface Step {
  readonly handshake: Handshake;
  readonly send: readonly Body[];
}

export function begin(ends: Ends, nonce: Nonce): Step {
  const commitment = commitmentTo(ends, nonce);
  return {
    handshake: { at: "committed", ends, nonce },
    send: [{ step: "commit", version: VERSION, commitment }],
  };
}

/** What a message of the other page changes. Steps that this version does not know are passed over. */
export function receive(handshake: Handshake, message: Body): Step {
  if (handshake.at === "broken" || handshake.at === "unsupported") return stay(handshake);
  switch (message["step"]) {
    case "commit":
      return onCommitment(handshake, message);
    case "reveal":
      return onNonce(handshake, message["nonce"]);
    case "confirm":
      // Only said after the string is shown: from anybody else it means nothing.
      return handshake.at === "agreed"
        ? stay({ ...handshake, theyConfirmed: true })
        : stay(handshake);
    default:
      return stay(handshake);
  }
}

function onCommitment(handshake: Handshake, { version, commitment }: Body): Step {
  if (handshake.at !== "committed") return broken("out-of-order");
  if (version !== VERSION)
    return typeof version === "number" ? stay({ at: "unsupported" }) : broken("malformed");
  if (!isDigest(commitment)) return broken("malformed");
  const { ends, nonce } = handshake;
  return {
    handshake: { at: "revealed", ends, nonce, theirCommitment: commitment },
    send: [{ step: "reveal", nonce }],
  };
}

function onNonce(handshake: Handshake, theirNonce: unknown): Step {
  if (handshake.at !== "revealed") return broken("out-of-order");
  if (!isDigest(theirNonce)) return broken("malformed");
  const { ends, nonce, theirCommitment } = handshake;
  if (commitmentTo(asTheySee(ends), theirNonce) !== theirCommitment)
    return broken("commitment-unmet");
  const string = authenticationString(ends, nonce, theirNonce);
  return stay({ at: "agreed", ends, string, theyConfirmed: false });
}

function asTheySee({ role, own, theirs }: Ends): Ends {
  return { role: role === "polite" ? "impolite" : "polite", own: theirs, theirs: own };
}

function stay(handshake: Handshake): Step {
  return { handshake, send: [] };
}

export function broken(because: Breach): Step {
  return stay({ at: "broken", because });
}
