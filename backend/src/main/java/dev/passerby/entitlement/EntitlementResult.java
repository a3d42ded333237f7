package dev.passerby.entitlement;

import java.time.Duration;

/** Either what a wallet may do, or why that cannot be known now; not knowing lets nobody in. */
public sealed interface EntitlementResult {

  /** The chain's word: what holds at the confirmed block and still at the latest one. */
  record Known(Entitlement entitlement) implements EntitlementResult {}

  /** The newest block is too old to be trusted. */
  record ChainStale(Duration headAge) implements EntitlementResult {}

  /** No node answers. */
  record ChainDown() implements EntitlementResult {}

  /** The nodes disagree about a block. */
  record ChainDisputed() implements EntitlementResult {}
}
