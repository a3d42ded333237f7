package dev.passerby.presence;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Participant;

/** A page at its line. */
record Page(String line, Address wallet) {

  /** Where this person is. */
  static Page of(Participant person) {
    return new Page(person.connection(), person.wallet());
  }

  /** Without the wallet, so that it may appear in a log. */
  @Override
  public String toString() {
    return "Page[" + line + "]";
  }
}
