package dev.passerby.store;

import dev.passerby.chain.Address;

/** Names wallets for the database. */
public final class Pseudonyms {

  private final PseudonymKey key;

  Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** The wallet's name. */
  public Pseudonym of(Address wallet) {
    return new Pseudonym(key.of("wallet " + wallet.value()));
  }
}
