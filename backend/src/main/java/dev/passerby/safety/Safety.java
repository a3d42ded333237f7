package dev.passerby.safety;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ClientMessage;
import reactor.core.publisher.Mono;

/**
 * What protects people who meet from each other. Whatever has to be remembered fails with {@link
 * dev.passerby.store.StoreUnavailable} when it is not.
 */
public interface Safety {

  /** What is remembered about somebody who wants to meet people. */
  Mono<Clearance> clearance(Address wallet);

  /**
   * Stores what the reporter says of the other; the same encounter once, however often it is said.
   */
  Mono<Filing> report(Address reporter, Address reported, ClientMessage.Report report);

  /** Keeps the two apart: from the moment of this call on, and for good once it is answered. */
  Mono<Blocking> block(Address blocker, Address blocked);

  /** Whether either of the two has blocked the other in this run; without the database. */
  boolean haveParted(Address one, Address other);
}
