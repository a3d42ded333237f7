package dev.passerby.entitlement;

import java.time.Duration;

/** Either what a wallet may do, or why that cannot be known now; not knowing lets nobody in. */
public sealed interface EntitlementResult {

  /** The chain's word, current to its latest block. */
  record Known(Entitlement entitlement) implements EntitlementResult {}

  /** The newest block is too old to be trusted. */
  record ChainStale(Duration headAge) implements EntitlementResult {}

  /** The node does not answer. */
  record ChainDown() implements EntitlementResult {}
}
