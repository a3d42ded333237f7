import { type Address, getAddress, isAddress } from "viem";
import { ask } from "./api";
import { classify } from "./failure";

/** Who the service takes this browser for. */
export interface Session {
  readonly address: Address;
  /** When the service ends it. */
  readonly expiresAt: Date;
}

/** The session that this browser still has, or null. */
export async function restoreSession(): Promise<Session | null> {
  try {
    return readSession(await (await ask("GET", "/api/session")).json());
  } catch (error) {
    const failure = classify(error);
    const signedOut =
      failure.kind === "service" && ["signed-out", "http-401"].includes(failure.code);
    if (signedOut) return null;
    throw error;
  }
}

/** Ends the session at the service; its sockets close with it. */
export async function signOut(): Promise<void> {
  await ask("POST", "/api/sign-out");
}

/** The session in an answer of the service, or null if it is not one. */
export function readSession(json: unknown): Session | null {
  if (typeof json !== "object" || json === null) return null;
  const { address, expiresAt } = json as Record<string, unknown>;
  if (typeof address !== "string" || !isAddress(address, { strict: false })) return null;
  const at = new Date(typeof expiresAt === "string" ? expiresAt : Number.NaN);
  if (Number.isNaN(at.getTime())) return null;
  return { address: getAddress(address), expiresAt: at };
}

/** How the session and the wallet's account fit together. */
export type Standing =
  | { readonly kind: "signed-out" }
  | { readonly kind: "ready"; readonly session: Session }
  /** No wallet is connected: enough to meet, not to pay. */
  | { readonly kind: "wallet-away"; readonly session: Session }
  /** The wallet shows somebody else: the session must end. */
  | { readonly kind: "account-changed"; readonly session: Session; readonly account: Address };

/** Compares the session with the account that the wallet shows now. */
export function standing(session: Session | null, account: Address | undefined): Standing {
  if (session === null) return { kind: "signed-out" };
  if (account === undefined) return { kind: "wallet-away", session };
  if (getAddress(account) === session.address) return { kind: "ready", session };
  return { kind: "account-changed", session, account };
}
