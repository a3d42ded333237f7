package dev.passerby.wallet;

import java.time.Instant;

/**
 * A session as its own browser sees it.
 *
 * @param address with its EIP-55 checksum
 */
record SessionView(String address, Instant expiresAt) {

  static SessionView of(WalletSession session) {
    return new SessionView(session.wallet().value(), session.expiresAt());
  }
}
