import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useConnection, useDisconnect } from "wagmi";
import { forgetKeys } from "../../contacts/keyStore";
import {
  restoreSession,
  type Session,
  signOut,
  standing as standingOf,
} from "../../wallet/session";
import { type SessionControl, SessionContext, type SessionEnd } from "./session";

/** Longest time that a browser's timer can hold, in milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

/** Keeps the session in step with the service and with the account that the wallet shows. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  const [restoring, setRestoring] = useState(true);
  const [end, setEnd] = useState<SessionEnd | null>(null);
  const { address } = useConnection();
  const { mutateAsync: disconnect } = useDisconnect();
  const queries = useQueryClient();
  const standing = useMemo(() => standingOf(session, address), [session, address]);

  const lost = useCallback(() => {
    setSession(null);
    setEnd({ kind: "expired" });
  }, []);

  useEffect(() => {
    restoreSession()
      .then(setSession)
      .catch(() => setSession(null))
      .finally(() => setRestoring(false));
  }, []);

  // Another tab may have signed out meanwhile.
  useEffect(() => {
    if (session === null) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      restoreSession()
        .then((current) => current === null && lost())
        .catch(() => undefined); // no answer is not a sign-out
    };
    document.addEventListener("visibilitychange", look);
    const timer = setTimeout(
      lost,
      Math.min(LONGEST_TIMER, Math.max(0, session.expiresAt.getTime() - Date.now())),
    );
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
    };
  }, [session, lost]);

  const changedTo = standing.kind === "account-changed" ? standing.account : undefined;
  useEffect(() => {
    if (changedTo === undefined) return;
    signOut()
      .catch(() => undefined) // the page lets go of the session in any case; the service ends it by its expiry
      .finally(() => {
        setSession(null);
        setEnd({ kind: "account-changed", account: changedTo });
      });
  }, [changedTo]);

  const control = useMemo<SessionControl>(
    () => ({
      restoring,
      standing,
      end,
      lost,
      signedIn: (next) => {
        setEnd(null);
        setSession(next);
      },
      signOut: async () => {
        // First: whoever closes the window in between leaves no key behind, either.
        await forgetKeys();
        await signOut();
        setSession(null);
        // The socket may have heard of it first: whoever signs out is not told that they have been.
        setEnd(null);
        queries.clear();
        await disconnect({}).catch(() => undefined); // a wallet that is gone is disconnected
      },
      dismissEnd: () => setEnd(null),
    }),
    [restoring, standing, end, lost, queries, disconnect],
  );
  return <SessionContext value={control}>{children}</SessionContext>;
}
