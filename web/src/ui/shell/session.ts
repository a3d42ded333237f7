import { createContext, use } from "react";
import type { Address } from "viem";
import type { Session, Standing } from "../../wallet/session";

/** Why the session is over, where the person did not end it. */
export type SessionEnd =
  { readonly kind: "account-changed"; readonly account: Address } | { readonly kind: "expired" };

/** The signed-in session and what can be done with it. */
export interface SessionControl {
  /** The service has not yet said whether there is a session. */
  readonly restoring: boolean;
  readonly standing: Standing;
  readonly end: SessionEnd | null;
  readonly signedIn: (session: Session) => void;
  readonly signOut: () => Promise<void>;
  /** The service says that the session is over. */
  readonly lost: () => void;
  readonly dismissEnd: () => void;
}

export const SessionContext = createContext<SessionControl | null>(null);

/** The session of this browser. */
export function useSession(): SessionControl {
  const session = use(SessionContext);
  if (session === null) throw new Error("outside SessionContext");
  return session;
}
