package dev.passerby.wallet;

/** Why a signed-in session is over. */
public enum SessionEnd {
  /** The person signed out, or signed in again in the same browser. */
  SIGNED_OUT,
  /** The session reached {@link WalletSession#expiresAt()}. */
  EXPIRED
}
