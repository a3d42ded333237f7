import type { Address } from "viem";
import { createSiweMessage } from "viem/siwe";
import { ask } from "./api";
import type { Failure } from "./failure";
import { WalletFailure } from "./failure";
import { readSession, type Session } from "./session";

/** Where a sign-in is: check → sign in your wallet → sent → done. */
export type SignInState =
  | { readonly step: "check" | "sign" | "sent" }
  | { readonly step: "done"; readonly session: Session }
  | { readonly step: "failed"; readonly at: "check" | "sign" | "sent"; readonly failure: Failure };

export type SignInEvent =
  | { readonly type: "checked" }
  | { readonly type: "signed" }
  | { readonly type: "accepted"; readonly session: Session }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "restarted" };

/** The next state; an event that does not belong to the state changes nothing. */
export function signIn(state: SignInState, event: SignInEvent): SignInState {
  switch (event.type) {
    case "checked":
      return state.step === "check" ? { step: "sign" } : state;
    case "signed":
      return state.step === "sign" ? { step: "sent" } : state;
    case "accepted":
      return state.step === "sent" ? { step: "done", session: event.session } : state;
    case "failed":
      return state.step === "done" || state.step === "failed"
        ? state
        : { step: "failed", at: state.step, failure: event.failure };
    case "restarted":
      return state.step === "failed" ? { step: "check" } : state;
  }
}

/** What the service gives out before a signature. */
export interface Challenge {
  readonly nonce: string;
  readonly expiresInSeconds: number;
  /** The service's own time; this device's clock may be wrong, and the service compares with its own. */
  readonly now: Date;
}

/** Asks for a nonce, bound to this browser by a cookie. */
export async function challenge(): Promise<Challenge> {
  const response = await ask("POST", "/api/sign-in/challenge");
  const json = (await response.json()) as { nonce?: unknown; expiresInSeconds?: unknown };
  if (typeof json.nonce !== "string" || typeof json.expiresInSeconds !== "number")
    throw new WalletFailure({ kind: "service", code: "challenge-malformed" });
  const served = new Date(response.headers.get("Date") ?? Number.NaN);
  return {
    nonce: json.nonce,
    expiresInSeconds: json.expiresInSeconds,
    now: Number.isNaN(served.getTime()) ? new Date() : served,
  };
}

/**
 * The EIP-4361 text that the wallet shows and signs. It is English in every language: the standard's own sentences around
 * the statement are, and the statement may hold nothing but printable ASCII.
 * @param origin where the page is, e.g. `https://passerby.example`
 */
export function signInMessage(
  address: Address,
  chainId: number,
  origin: string,
  { nonce, expiresInSeconds, now }: Challenge,
): string {
  return createSiweMessage({
    domain: new URL(origin).host,
    address,
    // eslint-disable-next-line passerby/no-text-in-code -- signed, not shown by the page; see above
    statement: "Sign in to Passerby. This only proves that the wallet is yours: it costs nothing.",
    uri: origin,
    version: "1",
    chainId,
    nonce,
    issuedAt: now,
    expirationTime: new Date(now.getTime() + expiresInSeconds * 1000),
  });
}

/** Hands message and signature to the service, which answers with the session and its cookie. */
export async function submit(message: string, signature: string): Promise<Session> {
  const response = await ask("POST", "/api/sign-in", { message, signature });
  const session = readSession(await response.json());
  if (session === null) throw new WalletFailure({ kind: "service", code: "session-malformed" });
  return session;
}
