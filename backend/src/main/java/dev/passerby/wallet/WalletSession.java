package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.time.Instant;

/**
 * A wallet that is signed in.
 *
 * @param id random and public: names the session inside the service, opens nothing (the cookie's
 *     token is another secret, kept only as its hash)
 * @param wallet the account that signed
 * @param expiresAt when the session ends by itself
 */
public record WalletSession(String id, Address wallet, Instant expiresAt) {

  /** Without the address, so that a session may appear in a log. */
  @Override
  public String toString() {
    return "WalletSession[" + id + ", until " + expiresAt + "]";
  }
}
