package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What wallets may do now: cached, and forgotten as soon as the chain's own logs say so. */
public interface Entitlements {

  /** What the wallet may do; never an error signal, and answered within the chain's timeout. */
  Mono<EntitlementResult> of(Address wallet);

  /**
   * Wallets whose entitlement may have changed; hot, never ends. After a reorganisation, every
   * wallet known here.
   */
  Flux<Address> changed();
}
