package dev.passerby.wallet;

import dev.passerby.chain.Address;
import dev.passerby.store.Seal;
import java.time.Instant;
import java.util.Optional;
import org.web3j.utils.Numeric;

/**
 * A session as it is kept beyond the process. Whose it is can be read with the cookie's token only,
 * of which nothing but the hash is kept.
 *
 * @param id of the {@link WalletSession}
 * @param tokenHash what {@link SecretToken#hash()} says
 * @param sealedWallet the account, under a key that is made of the token
 */
record KeptSession(String id, String tokenHash, String sealedWallet, Instant expiresAt) {

  private static final String PURPOSE = "passerby wallet of a session";

  static KeptSession of(WalletSession session, SecretToken token) {
    byte[] wallet = Numeric.hexStringToByteArray(session.wallet().value());
    return new KeptSession(
        session.id(),
        token.hash(),
        Seal.of(token.value(), PURPOSE).close(wallet),
        session.expiresAt());
  }

  /** The session, for whoever has the token; empty if that is another one. */
  Optional<WalletSession> open(String token) {
    return Seal.of(token, PURPOSE)
        .open(sealedWallet)
        .map(wallet -> new Address(Numeric.toHexString(wallet)))
        .map(wallet -> new WalletSession(id, wallet, expiresAt));
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "KeptSession[" + id + ", until " + expiresAt + "]";
  }
}
