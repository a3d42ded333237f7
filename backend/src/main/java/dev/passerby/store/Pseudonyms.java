package dev.passerby.store;

import dev.passerby.chain.Address;

/** Names wallets for the database. */
public final class Pseudonyms {

  private final PseudonymKey key;

  Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** The wallet's name wherever people are protected from each other. */
  public Pseudonym of(Address wallet) {
    return of(wallet, "wallet");
  }

  /**
   * The wallet's name for one purpose, which nobody without the key can tell to be the same
   * wallet's as its name for another.
   *
   * @param purpose a word
   */
  public Pseudonym of(Address wallet, String purpose) {
    return new Pseudonym(key.of(purpose + " " + wallet.value()));
  }
}
